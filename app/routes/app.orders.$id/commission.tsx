import type { CommissionBasis } from "~/domain/rate/commission";
import { CommissionParts } from "~/ui/commission";
import { useFormats, useWords } from "~/ui/words";

type Props = { commissionMinor: number | null; commissionBasis: CommissionBasis | null; currency: string };

/** What the courier earns by it, by which rule and on what, and whether that is the last word. */
export function Commission({ commissionMinor, commissionBasis: basis, currency }: Props) {
  const t = useWords();
  const { money } = useFormats();
  return (
    <>
      <div>{money(commissionMinor ?? 0, currency)}</div>
      {basis && <CommissionParts basis={basis} currency={currency} />}
      {basis && <div className="bim-muted">{t(`reason.commission.${standingOf(basis)}`)}</div>}
    </>
  );
}

const standingOf = ({ isDelivered }: CommissionBasis): "forecast" | "final" | "failed" =>
  isDelivered === undefined ? "forecast" : isDelivered ? "final" : "failed";

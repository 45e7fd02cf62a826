import type { CommissionBasis } from "~/domain/rate/commission";
import { partsOf, type CommissionPart } from "~/domain/rate/commission-words";
import { useFormats, useWords } from "~/ui/words";

type Props = { commissionMinor: number | null; commissionBasis: CommissionBasis | null; currency: string };

/** What the courier earns by it, by which rule, and whether that is the last word. */
export function Commission({ commissionMinor, commissionBasis: basis, currency }: Props) {
  const t = useWords();
  const { money } = useFormats();
  const inWords = (part: CommissionPart): string => {
    const amount = money(part.minor, currency);
    if (!("attempts" in part)) return t(`reason.commission.${part.says}`, { amount });
    return t(`reason.commission.${part.says}`, { amount, percent: part.percent, count: part.attempts, of: money(part.ofMinor, currency) });
  };
  return (
    <>
      <div>{money(commissionMinor ?? 0, currency)}</div>
      {basis && <div className="bim-muted">{partsOf(basis).map(inWords).join(", ")}</div>}
      {basis && <div className="bim-muted">{t(`reason.commission.${standingOf(basis)}`)}</div>}
    </>
  );
}

const standingOf = ({ isDelivered }: CommissionBasis): "forecast" | "final" | "failed" =>
  isDelivered === undefined ? "forecast" : isDelivered ? "final" : "failed";

import type { CommissionBasis } from "~/domain/rate/commission";
import { partsOf, type CommissionPart } from "~/domain/rate/commission-words";
import { useFormats, useWords } from "./words";

/** From what a commission was reckoned, in one line. */
export function CommissionParts({ basis, currency }: { basis: CommissionBasis; currency: string }) {
  const t = useWords();
  const { money } = useFormats();
  const inWords = (part: CommissionPart): string => {
    const amount = money(part.minor, currency);
    if (!("attempts" in part)) return t(`reason.commission.${part.says}`, { amount });
    const [of, whole] = [money(part.ofMinor, currency), money(part.wholeMinor, currency)];
    return t(`reason.commission.${part.says}`, { amount, percent: part.percent, count: part.attempts, of, whole });
  };
  return <div className="bim-muted">{partsOf(basis).map(inWords).join(", ")}</div>;
}

import type { CommissionBasis } from "~/domain/rate/commission";
import { ruleInWords } from "./statement-words";
import { useFormats, useWords } from "./words";

/** From what a commission was reckoned, in one line. */
export function CommissionParts({ basis, currency }: { basis: CommissionBasis; currency: string }) {
  const t = useWords();
  const { money, number } = useFormats();
  return <div className="bim-muted">{ruleInWords(basis, { t, money, number, currency })}</div>;
}

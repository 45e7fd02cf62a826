import type { CommissionBasis } from "~/domain/rate/commission";
import { partsOf } from "~/domain/rate/commission-words";
import type { StatementLine } from "~/domain/settlement/statement";
import type { Formats } from "./format";
import type { useWords } from "./words";

type Spoken = { t: ReturnType<typeof useWords>; currency: string } & Pick<Formats, "money" | "number">;

/** Why a line is what it is: the rule of its commission, how it was collected, or what a person wrote. */
export function whyOf({ basis, how, reason }: Pick<StatementLine, "basis" | "how" | "reason">, spoken: Spoken): string {
  const { t } = spoken;
  const rule = basis ? ruleInWords(basis, spoken) : "";
  return [rule, how ? t(`reason.how.${how}`) : "", reason ?? ""].filter(Boolean).join(" · ");
}

/** From what a commission was reckoned, in one line. */
export const ruleInWords = (basis: CommissionBasis, { t, money, number, currency }: Spoken): string =>
  partsOf(basis)
    .map((part) => {
      const amount = money(part.minor, currency);
      if (!("attempts" in part)) return t(`reason.commission.${part.says}`, { amount });
      const [of, whole] = [money(part.ofMinor, currency), money(part.wholeMinor, currency)];
      return t(`reason.commission.${part.says}`, { amount, percent: number(part.percent), count: part.attempts, of, whole });
    })
    .join(", ");

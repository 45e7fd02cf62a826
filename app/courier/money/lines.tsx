import type { MoneyLine } from "~/domain/settlement/courier-money";
import { numberText } from "../amount-text";
import { dayText } from "../day-text";
import type { Shown } from "./shown";

type Spoken = Pick<Shown, "amount" | "locale" | "t">;

/** How a commission came about, in words. */
export const ruleOf = ({ parts }: Pick<MoneyLine, "parts">, { amount, locale, t }: Spoken): string =>
  (parts ?? [])
    .map((part) => {
      const minor = amount(part.minor);
      if (!("attempts" in part)) return t(`money.rule.${part.says}`, { amount: minor });
      const { attempts: count } = part;
      const percent = numberText(part.percent, locale);
      return t(`money.rule.${part.says}`, { amount: minor, percent, count, of: amount(part.ofMinor), whole: amount(part.wholeMinor) });
    })
    .join(", ");

/** What a line is, what it comes to, and why. */
export function Line({ line, amount, locale, t }: Spoken & { line: MoneyLine }) {
  const { kind, minor, how, order, isCorrection, reason } = line;
  const why = [
    isCorrection ? t("money.correction") : "",
    ruleOf(line, { amount, locale, t }),
    how ? t(`money.how.${how}`) : "",
    reason ?? "",
  ];
  return (
    <li>
      <p className="line">
        <span>
          {t(`money.kind.${kind}`)} {order && <strong>{order}</strong>}
        </span>
        <strong className={minor < 0 ? "amount minus" : "amount"}>{amount(minor)}</strong>
      </p>
      <p className="hint">{why.filter(Boolean).join(" · ")}</p>
    </li>
  );
}

/** The account, day by day, the latest first. */
export function Lines({ money: { lines }, amount, locale, t }: Shown) {
  if (lines.length === 0) return <p className="hint">{t("money.noLines")}</p>;
  return (
    <section>
      <h2>{t("money.lines")}</h2>
      {[...new Set(lines.map(({ day }) => day))].map((day) => (
        <section key={day} className="panel">
          <h3>{dayText(day, locale)}</h3>
          <ul className="entries">
            {lines
              .filter((line) => line.day === day)
              .map((line) => (
                <Line key={line.id} line={line} amount={amount} locale={locale} t={t} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

import { sumsOf } from "~/domain/settlement/balance";
import type { MoneyLine } from "~/domain/settlement/courier-money";
import { dayText } from "../day-text";
import { amountText } from "../amount-text";
import { HandOvers } from "../money/hand-overs";
import { Lines } from "../money/lines";
import type { Shown } from "../money/shown";
import { Statements } from "../money/statements";
import type { Problem } from "../problem";
import type { Day } from "../protocol";
import { courierWords } from "../words";
import { BackToList } from "./back-to-list";
import { SyncBar } from "./lights";
import { listOf } from "./list-page";
import { ProblemNote } from "./problem-note";
import { Shell } from "./shell";

/** `newId`: of a hand-over that a form without a script would begin. */
type Props = { day: Pick<Day, "locale" | "shop" | "money" | "reports">; newId: string; problem: Problem | null };

/** What the courier earned and by which rule, the cash they have, and what both sides are to agree on. */
export function MoneyPage({ day, newId, problem }: Props) {
  const { locale, money } = day;
  const t = courierWords(locale);
  const amount = (minor: number) => amountText({ minor, currency: money.currency }, locale);
  const shown = { money, amount, locale, t };
  const refused = day.reports.filter(({ outcome }) => outcome?.code === "money_refused");
  return (
    <Shell locale={locale} top={<BackToList list={listOf(day)} t={t} />}>
      <SyncBar t={t} />
      {problem && <ProblemNote problem={problem} t={t} />}
      <h1 data-top tabIndex={-1}>
        {t("money.title")}
      </h1>
      {refused.map(({ id, outcome }) => (
        <ProblemNote key={id} problem={{ code: outcome?.params?.why ?? "money_refused" }} t={t} />
      ))}
      <Totals {...shown} />
      <HandOvers {...shown} newId={newId} page={`${listOf(day)}/money`} />
      <Statements {...shown} page={`${listOf(day)}/money`} />
      <Lines {...shown} />
    </Shell>
  );
}

const earned = (lines: readonly MoneyLine[]): number => sumsOf(lines).earned;

function Totals({ money: { balance, cashLimitMinor, lines, today, since }, amount, locale, t }: Shown) {
  const facts: [string, string][] = [
    [t("money.earnedToday"), amount(earned(lines.filter(({ day }) => day === today)))],
    ...(since === today ? [] : [[t("money.earnedSince", { day: dayText(since, locale) }), amount(earned(lines))] as [string, string]]),
    [t(balance.owed < 0 ? "money.youOwe" : "money.owed"), amount(Math.abs(balance.owed))],
  ];
  return (
    <section className="panel totals">
      <p className="due">
        <span>{t("money.cashInHand")}</span> <strong>{amount(balance.cashInHand)}</strong>
      </p>
      {cashLimitMinor !== null && <p className="hint">{t("money.limit", { limit: amount(cashLimitMinor) })}</p>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { SettlementView } from "~/domain/settlement/courier-money";
import { dayText } from "../day-text";
import { ProblemNote } from "../pages/problem-note";
import { Line } from "./lines";
import type { Shown } from "./shown";
import { useMoneyDraft } from "./use-money-draft";

type Props = Shown & { page: string };

/** Statements that the shop issued: what they say, and the courier's yes or no. */
export function Statements({ page, ...shown }: Props) {
  const { money, t } = shown;
  if (money.settlements.length === 0) return null;
  return (
    <section>
      <h2>{t("money.statement.title")}</h2>
      {money.settlements.map((settlement) => (
        <OneStatement key={settlement.id} {...shown} settlement={settlement} page={page} />
      ))}
    </section>
  );
}

function OneStatement({ settlement, page, ...shown }: Props & { settlement: SettlementView }) {
  const { amount, locale, t } = shown;
  const { number, state, period, sums, opening, closing, lines, dispute, paidMinor } = settlement;
  const until = dayText(period.until, locale);
  const facts: [string, number][] = [
    [t("money.statement.opening"), opening.owed],
    [t("money.kind.earned"), sums.earned],
    [t("money.kind.adjusted"), sums.adjusted],
    [t("money.kind.paid"), 0 - sums.paid],
    [t("money.statement.closing"), closing.owed],
    [t("money.statement.cash"), closing.cashInHand],
  ];
  return (
    <article className="panel">
      <h3>
        {t("money.statement.number", { number })} <span className={`badge ${state}`}>{t(`money.statement.state.${state}`)}</span>
      </h3>
      <p className="hint">
        {period.from ? t("money.statement.period", { from: dayText(period.from, locale), until }) : t("money.statement.until", { until })}
      </p>
      <dl>
        {facts.map(([name, minor]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{amount(minor)}</dd>
          </div>
        ))}
      </dl>
      {paidMinor !== null && <p className="note good">{t("money.statement.paid", { amount: amount(paidMinor) })}</p>}
      {dispute && <p className="note">{t("money.statement.disputed", { words: dispute })}</p>}
      {lines.length > 0 && (
        <details>
          <summary>{t("money.statement.lines", { count: lines.length })}</summary>
          <ul className="entries">
            {lines.map((line) => (
              <Line key={line.id} line={line} amount={amount} locale={locale} t={t} />
            ))}
          </ul>
        </details>
      )}
      {(state === "issued" || state === "disputed") && <AnswerForms {...shown} settlement={settlement} page={page} />}
    </article>
  );
}

function AnswerForms({ settlement: { id: settlementId, sha256, state }, page, t }: Props & { settlement: SettlementView }) {
  const sign = useMoneyDraft(page, () => ({ kind: "countersign", settlementId, sha256 }));
  const dispute = useMoneyDraft(page, (form) => {
    const words = String(form.get("words") ?? "").trim();
    return words ? { kind: "dispute", settlementId, sha256, words } : { code: "words_missing" };
  });
  const named = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="settlementId" value={settlementId} />
      <input type="hidden" name="sha256" value={sha256} />
    </>
  );
  return (
    <>
      <form method="post" onSubmit={sign.onSubmit} aria-busy={sign.isBusy}>
        {named("countersign")}
        <p className="hint">{t("money.statement.signHint", { hash: sha256.slice(0, 12) })}</p>
        <button className="button main" disabled={sign.isBusy}>
          {t("money.statement.sign")}
        </button>
      </form>
      {state === "issued" && (
        <details>
          <summary>{t("money.statement.dispute")}</summary>
          <form method="post" onSubmit={dispute.onSubmit} aria-busy={dispute.isBusy}>
            {named("dispute")}
            {dispute.problem && <ProblemNote problem={dispute.problem} t={t} />}
            <div className="field">
              <label htmlFor={`words-${settlementId}`}>{t("money.statement.words")}</label>
              <textarea id={`words-${settlementId}`} name="words" rows={2} maxLength={500} required />
            </div>
            <button className="button danger" disabled={dispute.isBusy}>
              {t("money.statement.sendDispute")}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

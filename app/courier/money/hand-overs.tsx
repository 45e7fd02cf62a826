import type { HandOverView } from "~/domain/settlement/courier-money";
import { amountField } from "../amount-text";
import { dayText } from "../day-text";
import { minorTyped } from "../collected-fields";
import { ProblemNote } from "../pages/problem-note";
import type { Shown } from "./shown";
import { useMoneyDraft } from "./use-money-draft";

type Props = Shown & { newId: string; page: string };

/** Cash that changes hands: what both sides have said of it, and the way to say it. */
export function HandOvers({ newId, page, ...shown }: Props) {
  const { money, t } = shown;
  const { cashInHand } = money.balance;
  return (
    <section className="panel">
      <h2>{t("money.handOver.title")}</h2>
      {money.handOvers.length > 0 && (
        <ul className="entries">
          {money.handOvers.map((handOver) => (
            <OneHandOver key={handOver.id} {...shown} handOver={handOver} page={page} />
          ))}
        </ul>
      )}
      {cashInHand > 0 && (
        <CountForm {...shown} page={page} handOverId={newId} isNew initial={cashInHand} label={t("money.handOver.amount")}>
          {t("money.handOver.say")}
        </CountForm>
      )}
    </section>
  );
}

/** What each side says; where the courier is to answer, with the shop's amount filled in. */
function OneHandOver({ handOver, page, ...shown }: Shown & { handOver: HandOverView; page: string }) {
  const { amount, locale, t } = shown;
  const { id, day, state, courierMinor, shopMinor } = handOver;
  const said = (minor: number | null) => (minor === null ? "–" : amount(minor));
  return (
    <li>
      <p className="line">
        <span>
          {dayText(day, locale)} <span className={`badge ${state}`}>{t(`money.handOver.state.${state}`)}</span>
        </span>
        <strong className="amount">{said(state === "awaits_courier" ? shopMinor : courierMinor)}</strong>
      </p>
      {state === "differs" && <p className="note">{t("money.handOver.both", { yours: said(courierMinor), shops: said(shopMinor) })}</p>}
      {(state === "awaits_courier" || state === "differs") && (
        <CountForm {...shown} page={page} handOverId={id} isNew={false} initial={shopMinor ?? 0} label={t("money.handOver.yours")}>
          {t("money.handOver.confirm")}
        </CountForm>
      )}
    </li>
  );
}

type CountProps = Shown & { page: string; handOverId: string; isNew: boolean; initial: number; label: string; children: string };

function CountForm({ money: { currency }, locale, t, page, handOverId, isNew, initial, label, children }: CountProps) {
  const { isBusy, problem, onSubmit } = useMoneyDraft(page, (form) => {
    const minor = minorTyped(String(form.get("amount") ?? ""), currency, "amount_invalid");
    return typeof minor !== "number" ? minor : { kind: "hand_over", handOverId: isNew ? null : handOverId, minor, currency };
  });
  const field = `amount-${handOverId}`;
  return (
    <form method="post" onSubmit={onSubmit} aria-busy={isBusy}>
      <input type="hidden" name="intent" value="hand_over" />
      <input type="hidden" name="handOverId" value={handOverId} />
      <input type="hidden" name="currency" value={currency} />
      {problem && <ProblemNote problem={problem} t={t} />}
      <fieldset disabled={isBusy}>
        <div className="field">
          <label htmlFor={field}>{label}</label>
          <input
            id={field}
            name="amount"
            className="amount"
            inputMode="decimal"
            required
            maxLength={12}
            defaultValue={amountField({ minor: initial, currency }, locale)}
          />
        </div>
        <button className="button main">{children}</button>
      </fieldset>
    </form>
  );
}

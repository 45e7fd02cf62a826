import { useEffect, useState } from "react";
import { WAYS_TO_PAY, type Due, type WayToPay } from "~/domain/settlement/collected";
import type { Locale } from "~/i18n/locale";
import { amountField, amountText } from "../amount-text";
import { minorTyped } from "../collected-fields";
import type { Say } from "../words";
import { TextField } from "../pages/text-field";
import { useTypedForm } from "./typed";

type Props = { due: Due; locale: Locale; t: Say };
const BECAUSE = ["no_change", "had_less", "refused_part", "tip"] as const;

/** How much was collected and how: filled with what is due. Where no script tells what is needed, all is asked. */
export function CollectFields({ due, locale, t }: Props) {
  const { minor, currency, cashLimitMinor } = due;
  const isTooMuchCash = cashLimitMinor !== null && minor > cashLimitMinor;
  const [isAlive, setAlive] = useState(false);
  const before = useTypedForm();
  const [how, setHow] = useState<WayToPay>(WAYS_TO_PAY.find((way) => way === before("how")) ?? (isTooMuchCash ? "transfer" : "cash"));
  const [typed, setTyped] = useState(before("collected") || amountField(due, locale));
  const [because, setBecause] = useState(before("because"));
  useEffect(() => setAlive(true), []);
  const differs = minorTyped(typed, currency, "collected_invalid") !== minor;
  return (
    <fieldset className="collecting">
      <legend>{t("money.collect.due", { amount: amountText(due, locale) })}</legend>
      {isTooMuchCash && (
        <p className="note">{t("money.collect.cashLimit", { limit: amountText({ minor: cashLimitMinor, currency }, locale) })}</p>
      )}
      <input type="hidden" name="currency" value={currency} />
      <TextField
        name="collected"
        label={t("money.collect.amount")}
        className="amount"
        inputMode="decimal"
        required
        maxLength={12}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <fieldset className="choices">
        <legend>{t("money.collect.how")}</legend>
        {WAYS_TO_PAY.map((way) => (
          <label key={way}>
            <input type="radio" name="how" value={way} checked={how === way} onChange={() => setHow(way)} />
            {t(`money.how.${way}`)}
          </label>
        ))}
      </fieldset>
      {(!isAlive || how !== "cash") && (
        <TextField name="reference" label={t("money.collect.reference")} maxLength={120} required={isAlive} />
      )}
      {(!isAlive || differs) && (
        <div className="field">
          <label htmlFor="because">{t("money.collect.because")}</label>
          <input
            id="because"
            name="because"
            maxLength={120}
            autoComplete="off"
            required={isAlive}
            value={because}
            onChange={({ currentTarget }) => setBecause(currentTarget.value)}
          />
          {isAlive && (
            <div className="chips">
              {BECAUSE.map((reason) => (
                <button key={reason} type="button" onClick={() => setBecause(t(`money.because.${reason}`))}>
                  {t(`money.because.${reason}`)}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </fieldset>
  );
}

import type { Locale } from "~/i18n/locale";
import type { PinAsked } from "../door.server";
import type { Say } from "../words";
import { TextField } from "./text-field";

type Props = { locale: Locale; pin: PinAsked; t: Say };

/** The one question on a new telephone. A plain form: it works before, and without, any script. */
export function PinForm({ locale, pin: { timeZone, triesLeft, lockedUntil }, t }: Props) {
  if (lockedUntil !== null) {
    const until = new Intl.DateTimeFormat(locale === "es" ? "es-EC" : "en-US", { timeStyle: "short", timeZone }).format(
      new Date(lockedUntil),
    );
    return (
      <section className="empty">
        <h1>{t("pin.locked")}</h1>
        <p>{t("pin.lockedText", { until })}</p>
      </section>
    );
  }
  return (
    <form method="post" className="panel pin">
      <h1>{t("pin.title")}</h1>
      <p>{t("pin.text")}</p>
      {triesLeft !== null && (
        <p className="note bad" role="alert" id="pin-wrong">
          {t("pin.wrong", { count: triesLeft })}
        </p>
      )}
      <TextField
        name="pin"
        label={t("pin.label")}
        type="password"
        inputMode="numeric"
        pattern="[0-9]{4,6}"
        minLength={4}
        maxLength={6}
        autoComplete="one-time-code"
        required
        autoFocus
        aria-describedby={triesLeft === null ? undefined : "pin-wrong"}
      />
      <button className="button main" type="submit">
        {t("pin.submit")}
      </button>
    </form>
  );
}

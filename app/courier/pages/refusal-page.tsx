import type { Locale } from "~/i18n/locale";
import type { PinAsked, Refusal } from "../door.server";
import { courierWords } from "../words";
import { PinForm } from "./pin-form";
import { Shell } from "./shell";

/** `token`: of the address that was refused; `broken`: it was no refusal, something failed. */
type Props = { locale: Locale; refusal: Refusal["refusal"] | "broken"; pin?: PinAsked | undefined; token: string };

/** What a person reads who may not, or no longer, see the page. */
export function RefusalPage({ locale, refusal, pin, token }: Props) {
  const t = courierWords(locale);
  if (refusal === "pin")
    return (
      <Shell locale={locale} top={<strong>BIMCommerce</strong>}>
        <PinForm locale={locale} pin={pin!} t={t} />
      </Shell>
    );
  const key = ({ gone: "gone", no_session: "noSession", too_many: "tooMany", stop_gone: "stopGone", broken: "broken" } as const)[refusal];
  return (
    <Shell locale={locale} top={<strong>BIMCommerce</strong>}>
      <section className="empty">
        <h1>{t(`${key}.title`)}</h1>
        <p>{t(`${key}.text`)}</p>
        {refusal === "stop_gone" && (
          <a className="button" href={`/courier/${token}`}>
            {t("stopGone.back")}
          </a>
        )}
        {refusal === "broken" && (
          <a className="button" href="">
            {t("broken.reload")}
          </a>
        )}
      </section>
    </Shell>
  );
}

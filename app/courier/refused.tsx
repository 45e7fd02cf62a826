import { isRouteErrorResponse, useParams, useRouteError } from "@remix-run/react";
import type { Refusal } from "./door.server";
import { PinForm } from "./pin-form";
import { Shell } from "./shell";
import { courierWords } from "./words";

/** What a person sees who may not, or no longer, see the page; in their language. */
export function Refused() {
  const error = useRouteError();
  const { token = "" } = useParams();
  const isOurs = isRouteErrorResponse(error) && error.data && typeof error.data === "object" && "refusal" in error.data;
  const { locale, refusal, pin } = isOurs ? (error.data as Refusal) : { locale: "es" as const, refusal: "broken" as const, pin: undefined };
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

import type { Locale } from "~/i18n/locale";
import type { Sync } from "../phone-port";
import { courierWords } from "../words";
import { Shell } from "./shell";

type Props = { locale: Locale; sync: Sync["state"]; isRead: boolean; isShut?: boolean };

/** The phone opened without a day that it could show: it has never had one, is still reading, or can't (`isShut`). */
export function Opening({ locale, sync, isRead, isShut = false }: Props) {
  const t = courierWords(locale);
  const why = isShut ? "shut" : !isRead || sync === "sending" ? "opening" : sync === "needs_link" ? "noSession" : "noDay";
  return (
    <Shell locale={locale} top={<strong>BIMCommerce</strong>}>
      <section className="empty" role="status">
        <h1>{t(`${why}.title`)}</h1>
        <p>{t(`${why}.text`)}</p>
      </section>
    </Shell>
  );
}

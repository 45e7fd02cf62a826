import { localeFrom } from "~/i18n/locale";
import { Shell } from "../shell";
import { courierWords } from "../words";
import { DeliveryPage } from "./delivery-page";
import { ListPage } from "./list-page";
import { usePage } from "./use-page";
import { usePhone } from "./use-phone";

/** The courier's pages as the phone shows them, with or without network. */
export function App({ shopKey }: { shopKey: string }) {
  const phone = usePhone();
  const [page, go] = usePage(shopKey);
  const locale = phone.day?.locale ?? localeFrom(navigator.language);
  const t = courierWords(locale);
  const stops = [...(phone.day?.pending ?? []), ...(phone.day?.done ?? [])];
  const stop = page.page === "delivery" ? stops.find(({ deliveryId }) => deliveryId === page.deliveryId) : undefined;
  return (
    <Shell locale={locale} top={<strong data-sync={phone.sync}>{phone.day?.shop.name ?? t("title")}</strong>}>
      {phone.sync === "needs_link" && <p className="note bad">{t("problem.session_missing")}</p>}
      {phone.isNewVersionReady && (
        <button type="button" className="button quiet" onClick={phone.loadNewVersion}>
          {t("phone.newVersion")}
        </button>
      )}
      {stop ? <DeliveryPage stop={stop} t={t} back={() => go({ page: "list" })} /> : <ListPage stops={stops} t={t} go={go} />}
    </Shell>
  );
}

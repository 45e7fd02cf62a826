import { useDeferredValue } from "react";
import { localeFrom } from "~/i18n/locale";
import { ListPage } from "../pages/list-page";
import { MapPage } from "../pages/map-page";
import { MoneyPage } from "../pages/money-page";
import { Opening } from "../pages/opening";
import { StopPage } from "../pages/stop-page";
import { doorOf } from "../door-rules";
import type { PageState } from "../pages/taken-over";
import { pageTitle } from "../page-title";
import { PhoneContext, ShutContext } from "../phone-port";
import { pathOf } from "./addresses";
import type { Phone } from "./phone";
import { useProgram } from "./program";
import { useArrival } from "./use-arrival";
import { usePage } from "./use-page";

/**
 * The courier's pages as the phone shows them, with or without network. Until the phone has been read, they are what the server wrote. `first`: that; null: the
 * page is the phone's own.
 */
export function App({ shopKey, phone, first }: { shopKey: string; phone: Phone; first: PageState | null }) {
  const { address, moves, go } = usePage(shopKey);
  const { view, program } = useProgram(phone, go);
  // Taking a long list over is not urgent: it is done in between, so that a tap is answered meanwhile.
  const isOpen = useDeferredValue(view.isOpen);
  const day = view.day;
  const locale = day?.locale ?? localeFrom(navigator.language);
  const stop = [...(day?.pending ?? []), ...(day?.done ?? [])].find(
    ({ deliveryId }) => address.page === "delivery" && deliveryId === address.deliveryId,
  );
  useArrival({ moves, locale, title: pageTitle(address.page, locale, stop?.orderName) });
  if (!day) return <Opening locale={locale} sync={program.sync.state} isRead={view.isOpen} isShut={view.isShut} />;
  const served = isOpen ? null : first;
  const list = pathOf(shopKey, { page: "list" });
  return (
    <ShutContext.Provider value={view.isShut}>
      <PhoneContext.Provider value={isOpen ? program : null}>
        {address.page === "money" ? (
          <MoneyPage day={day} newId={served?.newId ?? ""} problem={served?.problem ?? null} />
        ) : address.page === "map" ? (
          <MapPage day={day} />
        ) : stop ? (
          <StopPage
            key={stop.deliveryId}
            {...{ locale: day.locale, list, stop, door: doorOf(day), form: served?.form ?? null }}
            reported={served ? served.reported : address.reported}
          />
        ) : (
          <ListPage day={day} reported={served ? served.reported : address.reported} problem={served?.problem ?? null} />
        )}
      </PhoneContext.Provider>
    </ShutContext.Provider>
  );
}

import { localeFrom } from "~/i18n/locale";
import { ListPage } from "../pages/list-page";
import { MapPage } from "../pages/map-page";
import { MoneyPage } from "../pages/money-page";
import { Opening } from "../pages/opening";
import { StopPage } from "../pages/stop-page";
import { doorOf } from "../door-rules";
import type { PageState } from "../pages/taken-over";
import { PhoneContext } from "../phone-port";
import { pathOf } from "./addresses";
import type { Phone } from "./phone";
import { useProgram } from "./program";
import { usePage } from "./use-page";

/**
 * The courier's pages as the phone shows them, with or without network. Until the phone has been read, they are what the server wrote. `first`: that; null: the
 * page is the phone's own.
 */
export function App({ shopKey, phone, first }: { shopKey: string; phone: Phone; first: PageState | null }) {
  const { address, go } = usePage(shopKey);
  const { view, program } = useProgram(phone, go);
  const day = view.day;
  if (!day) return <Opening locale={localeFrom(navigator.language)} sync={program.sync.state} isRead={view.isOpen} />;
  const served = view.isOpen ? null : first;
  const stop = [...day.pending, ...day.done].find(({ deliveryId }) => address.page === "delivery" && deliveryId === address.deliveryId);
  const list = pathOf(shopKey, { page: "list" });
  return (
    <PhoneContext.Provider value={view.isOpen ? program : null}>
      {address.page === "money" ? (
        <MoneyPage day={day} newId={served?.newId ?? ""} problem={served?.problem ?? null} />
      ) : address.page === "map" ? (
        <MapPage day={day} />
      ) : stop ? (
        <StopPage key={stop.deliveryId} locale={day.locale} list={list} stop={stop} door={doorOf(day)} form={served?.form ?? null} />
      ) : (
        <ListPage day={day} reported={served ? served.reported : address.reported} problem={served?.problem ?? null} />
      )}
    </PhoneContext.Provider>
  );
}

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Phone, View } from "./phone";

export const PhoneContext = createContext<Phone | null>(null);

type Offered = "lights" | "drafts" | "record" | "takePhoto" | "dropPhoto" | "locate" | "refresh" | "loadNewVersion";

/** What a page of the courier sees of the phone, and what it can ask of it. */
export type UsedPhone = View & Pick<Phone, Offered>;

export function usePhone(): UsedPhone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error("usePhone outside of the phone's own program");
  const view = useSyncExternalStore(phone.subscribe, () => phone.view);
  return {
    ...view,
    lights: (deliveryId) => phone.lights(deliveryId),
    drafts: (deliveryId) => phone.drafts(deliveryId),
    record: (reported) => phone.record(reported),
    takePhoto: (file, whose) => phone.takePhoto(file, whose),
    dropPhoto: (id) => phone.dropPhoto(id),
    locate: () => phone.locate(),
    refresh: () => phone.refresh(),
    loadNewVersion: () => phone.loadNewVersion(),
  };
}

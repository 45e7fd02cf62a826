import type { Courier } from "~/ports/courier-records";
import type { ShopStore } from "~/ports/store";
import { COURIER_INACTIVE, openStopsOf } from "./hand-back-stops";
import { currentNotice } from "./price-notice";

/**
 * A courier is in service again, and so is whoever has the parcels that were not handed back: nobody has to decide of them any more. Part of
 * the caller's transaction, which holds the lock "assignment".
 */
export async function welcomeBack(s: ShopStore, { id }: Pick<Courier, "id">): Promise<void> {
  for (const delivery of await openStopsOf(s, id)) {
    if (delivery.attention?.code !== COURIER_INACTIVE) continue;
    const { sale } = await s.order(delivery.orderId);
    await s.updateDelivery(delivery.id, { attention: await currentNotice(s, sale, delivery) });
  }
}

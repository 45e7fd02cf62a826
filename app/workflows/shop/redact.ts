import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { forgetAddress } from "~/workflows/order/locate-address";

type Needs = Pick<Ports, "store" | "files" | "addressKey">;

/** Small enough for a transaction of a second, whatever the shop's size. */
const BATCH = 100;

/** Buyers leave their orders, photos and all. */
export async function redactBuyers(ports: Needs, s: ShopStore, orderGids: string[]): Promise<string> {
  for (const gid of orderGids)
    await ports.store.change(s.shopId, async (change) => {
      const order = await change.orderByGid(gid);
      if (order) await forgetAddress(ports, change, order.sale);
      await change.redactOrder(gid);
    });
  await s.forgetShadowResults(orderGids);
  await deletePhotos(ports, s);
  return `${orderGids.length} orders redacted, fiscal documents kept`;
}

/** A shop that has left: its buyers, couriers, links and certificates. Batch by batch; begun anew, it goes on where it was. */
export async function redactShop(ports: Needs, s: ShopStore): Promise<string> {
  while ((await ports.store.change(s.shopId, (change) => change.redactOrders(BATCH))) > 0);
  await deletePhotos(ports, s);
  await ports.store.change(s.shopId, (change) => change.redactPeople());
  await s.forgetPositions();
  await s.forgetDoorNotes();
  await s.forgetShifts();
  await s.updateShop({ geocoder: null, osrmUrl: null });
  await ports.store.change(s.shopId, (change) => change.forgetShadowMonths());
  return "shop redacted, fiscal documents kept";
}

/** The files first: what is still to be deleted stays on record until it is gone. */
async function deletePhotos({ files }: Needs, s: ShopStore): Promise<void> {
  for (let photos = await s.photosToDelete(BATCH); photos.length > 0; photos = await s.photosToDelete(BATCH)) {
    for (const { key } of photos) await files.delete(key);
    await s.forgetPhotos(photos.map(({ shotId }) => shotId));
  }
}

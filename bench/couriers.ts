import { NO_LIMITS } from "~/domain/assignment/terms";
import { NO_TRANSPORT_DATA } from "~/domain/dispatch/carrier";
import { ports } from "~/composition.server";
import { aSale } from "~/testing/courier-world";
import type { ShopStore } from "~/ports/store";
import { renewCourierLink } from "~/workflows/delivery/renew-courier-link";

/** A courier on the road: their shop's address, and the link that lets their phone in. */
export type OnTheRoad = { courierId: string; deliveryId: string; home: string; link: string };

/** Gives the demo shop so many couriers, each with a link and so many deliveries. */
export async function manyCouriers(count: number, stops = 1): Promise<OnTheRoad[]> {
  const shop = (await ports.store.shopByDomain("demo.myshopify.com"))!;
  const s = ports.store.of(shop.id);
  const all: OnTheRoad[] = [];
  for (let n = 0; n < count; n++) {
    const courierId = ports.ids.uuid();
    const told = { id: courierId, name: `Courier ${n}`, email: null, phone: null, locale: "es", dailyCapacity: 1, active: true };
    await s.saveCourier({ ...told, ...NO_LIMITS, ...NO_TRANSPORT_DATA });
    const { url } = await renewCourierLink(ports, { shopId: shop.id, courierId, actor: "merchant:bench" });
    let deliveryId = "";
    for (let stop = 0; stop < stops; stop++) deliveryId = await aStop(s, courierId);
    all.push({ courierId, deliveryId, home: ports.links.courierUrl(shop.publicKey), link: url });
  }
  return all;
}

let number = 800_000;

async function aStop(s: ShopStore, courierId: string): Promise<string> {
  const sale = { ...aSale(++number), gid: `gid://shopify/Order/8${number}` };
  const order = await s.insertOrder({ sale, fiscalData: null, readAt: new Date(), predatesInstall: true });
  const given = { orderId: order.id, currency: "USD", courierId, state: "assigned" as const, assignedAt: new Date() };
  return (await s.insertDelivery(given)).id;
}

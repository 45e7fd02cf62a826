import type { ShopStore } from "~/ports/store";

/**
 * A delivery is to get a courier. Where the shop has a geocoder, its address is looked for first, by a job of its own: whoever waits for a slow
 * one keeps no other shop's deliveries waiting. Part of the caller's transaction.
 */
export async function askForCourier(s: ShopStore, deliveryId: string): Promise<void> {
  const { geocoder } = await s.shop();
  await s.enqueue(geocoder ? "locate-delivery" : "assign-delivery", { shopId: s.shopId, deliveryId });
}

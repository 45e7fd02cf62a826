import { pointOf } from "~/domain/geo/point";
import { ORDER_PATIENCE_MS } from "~/domain/position/geocoder";
import { asksPositions } from "~/domain/zone/zone-index";
import type { Ports } from "~/ports/ports";
import { locateAddress } from "./locate-address";

type Needs = Pick<Ports, "store" | "clock" | "zones" | "geocoder" | "addressKey">;

/** Asks for the position of a delivery's address, where zones need it and nobody knows it yet: before, not within, the transaction that assigns it. */
export async function learnPosition(ports: Needs, { shopId, deliveryId }: { shopId: string; deliveryId: string }): Promise<void> {
  const s = ports.store.of(shopId);
  const shop = await s.shop();
  if (!shop.geocoder) return;
  const { orderId, state } = await s.delivery(deliveryId);
  const { shippingAddress: address } = (await s.order(orderId)).sale;
  const index = await ports.zones(shop, () => s.zones());
  if (state !== "unassigned" || !address || !asksPositions(index, address.countryCode)) return;
  await locateAddress(ports, { shop, address, told: pointOf(address), withinMs: ORDER_PATIENCE_MS });
}

import { pointOf, type Point } from "~/domain/geo/point";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import { addressText, type Whereabouts } from "~/domain/position/address-text";
import type { KnownPosition } from "~/domain/position/known-position";
import { isStillGood, positionFrom, withConfirmed, withHeard, withTold, type Remembered } from "~/domain/position/remember";
import type { Place } from "~/domain/zone/find-zone";
import { destinationOf } from "~/domain/zone/destination";
import { liesElsewhere } from "~/domain/zone/trusted-position";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Learns = Pick<Ports, "addressKey" | "clock">;
type Asks = Learns & Pick<Ports, "store" | "geocoder">;
/** `told`: what Shopify says of this very order. */
type Address = { address: Whereabouts; told: Point | null };

/**
 * Where an address is: where deliveries to it were confirmed, else as Shopify told, else as the merchant's geocoder says within a time
 * (docs/decisions/0019-where-an-address-is.md). Null: zones take the middle of the town that it names.
 */
export async function locateAddress(
  ports: Asks,
  { shop, address, told, withinMs }: Address & { shop: Pick<Shop, "id" | "geocoder">; withinMs: number },
): Promise<KnownPosition | null> {
  const key = keyOf(ports, shop.id, address);
  const known = key === null ? null : await ports.store.of(shop.id).rememberedPosition(key);
  const position = positionFrom(known, told, ports.clock.now());
  if (position || key === null || !shop.geocoder || (known && isStillGood(known, ports.clock.now()))) return position;
  const answer = await ports.geocoder({ shopId: shop.id, setting: shop.geocoder, address, withinMs });
  if (answer.state === "unasked") return null;
  const found = answer.state === "found" ? { point: answer.point, metres: answer.metres } : null;
  await ports.store.change(shop.id, (s) => learn(s, key, (now) => withHeard(now, found, ports.clock.now())));
  return found && { ...found.point, source: "geocoder", metres: found.metres };
}

/** An order's place as zones are asked for it, by what is known of it; nobody outside is asked. */
export async function placeKnown(ports: Learns, s: ShopStore, { shippingAddress }: Pick<SaleOrder, "shippingAddress">): Promise<Place> {
  const place = destinationOf({ shippingAddress });
  const key = shippingAddress && keyOf(ports, s.shopId, shippingAddress);
  const known = key ? await s.rememberedPosition(key) : null;
  return { ...place, position: positionFrom(known, pointOf(shippingAddress), ports.clock.now()) };
}

/** The same for many orders at once, in their order. */
export async function placesKnown(ports: Learns, s: ShopStore, sold: readonly { shippingAddress: PostalAddress }[]): Promise<Place[]> {
  const keys = sold.map(({ shippingAddress }) => keyOf(ports, s.shopId, shippingAddress));
  const known = await s.rememberedPositions([...new Set(keys.flatMap((key) => key ?? []))]);
  const now = ports.clock.now();
  return sold.map(({ shippingAddress }, at) => {
    const position = positionFrom(known.get(keys[at] ?? "") ?? null, pointOf(shippingAddress), now);
    return { ...destinationOf({ shippingAddress }), position };
  });
}

type Confirmation = { latitude: number; longitude: number; accuracyMetres: number | null };

/** A courier stood there and confirmed. Part of the caller's transaction. */
export async function rememberConfirmed(
  ports: Learns & Pick<Ports, "zones">,
  s: ShopStore,
  { shippingAddress }: SaleOrder,
  at: Confirmation,
): Promise<void> {
  const key = shippingAddress && keyOf(ports, s.shopId, shippingAddress);
  if (!key) return;
  const index = await ports.zones(await s.shop(), () => s.zones());
  const isElsewhere = (point: Point) => liesElsewhere(index, shippingAddress, point);
  await learn(s, key, (known) => withConfirmed(known, at, { now: ports.clock.now(), isElsewhere }));
}

/** Shopify told where it is. Part of the caller's transaction. */
export async function rememberTold(ports: Learns, s: ShopStore, { shippingAddress }: SaleOrder): Promise<void> {
  const key = shippingAddress && keyOf(ports, s.shopId, shippingAddress);
  const told = pointOf(shippingAddress);
  if (key && told) await learn(s, key, (known) => withTold(known, told, ports.clock.now()));
}

/** The address of a buyer who is taken out is forgotten with them. */
export async function forgetAddress(
  { addressKey }: Pick<Ports, "addressKey">,
  s: ShopStore,
  { shippingAddress }: SaleOrder,
): Promise<void> {
  const key = shippingAddress && keyOf({ addressKey }, s.shopId, shippingAddress);
  if (!key) return;
  await s.forgetPosition(key);
  await s.forgetDoorNote(key);
}

/** By what an address is known again; null: it names no street. */
export function keyOf({ addressKey }: Pick<Ports, "addressKey">, shopId: string, address: Whereabouts): string | null {
  const text = addressText(address);
  return text === null ? null : addressKey(shopId, text);
}

async function learn(s: ShopStore, key: string, change: (known: Remembered | null) => Remembered | null): Promise<void> {
  await s.lock(`position:${key}`);
  const known = await s.rememberedPosition(key);
  const next = change(known);
  if (next && next !== known) await s.rememberPosition(key, next);
}

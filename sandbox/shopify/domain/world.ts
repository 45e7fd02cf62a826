import { randomBytes } from "node:crypto";
import { gid } from "./gid.ts";
import { seedShops } from "./seed.ts";
import { type Order } from "./order-state.ts";
import { STATE_VERSION, type Shop, type State } from "./state.ts";

/** Everything the sandbox's Shopify knows; the one place that changes it tells `onChange`. */
export interface World {
  state: State;
  now(): Date;
  /** Of tokens and throttling: not moved with the sandbox's clock. */
  realNow(): Date;
  newId(): number;
  newToken(bytes: number): string;
  shop(domain: string): Shop | undefined;
  order(shop: Shop, id: number): Order | undefined;
  /** Marks an order as changed: its time moves on, the change is kept. */
  touch(order: Order): void;
  changed(): void;
  /** Back to the seed; the app stays installed (tokens, carrier services, rates, functions). */
  reset(): void;
}

export function createWorld(options: {
  now: () => Date;
  realNow: () => Date;
  saved: State | null;
  onChange: (state: State) => void;
}): World {
  const world: World = {
    state: readable(options.saved),
    now: options.now,
    realNow: options.realNow,
    // Steps of a prime: neighbouring ids never look alike in a log.
    newId: () => (world.state.nextId += 7919),
    newToken: (bytes) => randomBytes(bytes).toString("hex"),
    shop: (domain) => world.state.shops.find((shop) => shop.domain === domain),
    order: (shop, id) => shop.orders.find((order) => order.id === id),
    touch(order) {
      // Strictly later than before, so that a sweep ordered by updated_at misses no change within one millisecond.
      const now = options.now().getTime();
      order.updatedAt = new Date(Math.max(now, Date.parse(order.updatedAt) + 1)).toISOString();
      world.changed();
    },
    changed: () => options.onChange(world.state),
    reset() {
      world.state.shops = seededShops(world.state.shops);
      world.changed();
    },
  };
  return world;
}

/** The seed's shops with what the app had registered. */
function seededShops(present: Shop[]): Shop[] {
  const installed = new Map(present.map((shop) => [shop.domain, shop]));
  return seedShops().map((shop) => {
    const { carrierServices, deliveryProfile, deliveryCustomizations, appMetafields } = { ...shop, ...installed.get(shop.domain) };
    return { ...shop, carrierServices, deliveryProfile, deliveryCustomizations, appMetafields };
  });
}

/** Orders kept by an older sandbox lack what this one needs: the app stays installed, the shops begin anew. */
function readable(saved: State | null): State {
  if (saved?.version === STATE_VERSION) return saved;
  return {
    version: STATE_VERSION,
    nextId: saved?.nextId ?? 6_105_000_000_001,
    shops: seededShops(saved?.shops ?? []),
    tokens: saved?.tokens ?? {},
  };
}

export const orderGid = (order: Order): string => gid("Order", order.id);
export const orderName = (order: Order): string => `#${order.number}`;

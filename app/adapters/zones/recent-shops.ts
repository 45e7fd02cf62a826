import type { Shop } from "~/ports/records";
import type { RecentShops } from "~/ports/zones";

/** After this long a shop is read anew beside its use; who comes after twice as long waits for it. */
const FRESH_MS = 500;
const STALE_MS = 2 * FRESH_MS;
const MOST_SHOPS = 1000;

type Kept = { shop: Shop; at: number; renewing: boolean };

/**
 * Keeps the shops that were asked for lately: at checkout many ask for one, and few have waited for the database then. A reading counts from
 * when it began. `now`: milliseconds of a clock that nobody sets. A shop that is not there is asked for anew each time.
 */
export function recentShops(now: () => number): RecentShops {
  const kept = new Map<string, Kept>();
  const keep = async (publicKey: string, read: () => Promise<Shop | null>): Promise<Shop | null> => {
    const at = now();
    const shop = await read();
    kept.delete(publicKey);
    if (shop) kept.set(publicKey, { shop, at, renewing: false });
    if (kept.size > MOST_SHOPS) kept.delete(kept.keys().next().value!);
    return shop;
  };
  return async (publicKey, read) => {
    const known = kept.get(publicKey);
    const age = known ? now() - known.at : STALE_MS;
    if (!known || age >= STALE_MS) return keep(publicKey, read);
    if (age >= FRESH_MS && !known.renewing) {
      known.renewing = true;
      // One that fails is told to whoever has to wait for the next.
      void keep(publicKey, read).catch(() => kept.delete(publicKey));
    }
    return known.shop;
  };
}

import type { DeviceHolder, PhoneEventArrival } from "~/ports/door-records";
import { deviceHolders, noteSeen } from "./devices";
import { gather } from "./gather";
import { insertArrivals } from "./phone-events";
import type { Context, SendAll } from "./store";

/** A statement for so many: of more it would be the last one's turn too late. */
const MOST = 50;

/**
 * What every phone of a fleet asks for as it comes back into signal, each in a statement for all that ask at the same moment (docs/decisions/0021).
 * Only outside transactions: what one of them asks is nobody else's to wait for.
 */
export function atOnce(contextOf: (shopId: string) => Context, sendAll: SendAll) {
  const holder = gather<string, DeviceHolder | null>((shopId, hashes) => deviceHolders(contextOf(shopId), hashes), { most: MOST });
  const seen = gather<{ id: string; at: Date }, void>(
    async (shopId, phones) => {
      const ids = phones.map(({ id }) => id);
      await noteSeen(contextOf(shopId), ids, phones.at(-1)!.at);
      return ids.map(() => undefined);
    },
    { most: MOST },
  );
  const arrived = gather<PhoneEventArrival, Set<string>>(
    async (shopId, arrivals) => {
      const fresh = await insertArrivals(contextOf(shopId), arrivals);
      const couriers = new Set(arrivals.map(({ courierId }) => courierId));
      await sendAll(
        "apply-events",
        [...couriers].map((courierId) => ({ shopId, courierId })),
      );
      return fresh;
    },
    { most: MOST },
  );
  return {
    takeArrival: arrived,
    /** In the place of a shop's own. */
    of: (shopId: string) => ({
      deviceHolder: (secretHash: string) => holder(shopId, secretHash),
      noteDeviceSeen: (id: string, at: Date) => seen(shopId, { id, at }),
    }),
  };
}

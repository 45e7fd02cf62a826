import type { PostalAddress } from "~/domain/order/order";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { DoorNote } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { keyOf } from "./locate-address";

type Learns = Pick<Ports, "addressKey" | "clock">;
type Left = Pick<ConfirmEvent, "photos" | "doorNote" | "gatePhotoId">;

/** What the courier left for the next delivery at this address; what was left before stays where nothing new is said. Part of the caller's transaction. */
export async function rememberDoor(ports: Learns, s: ShopStore, address: PostalAddress | null, left: Left): Promise<void> {
  const { doorNote = null, gatePhotoId = null, photos } = left;
  // A photo that proves another delivery is nobody's gate here.
  const shotId = photos.some(({ id }) => id === gatePhotoId) ? gatePhotoId : null;
  if (!address || (doorNote === null && shotId === null)) return;
  const key = keyOf(ports, s.shopId, address);
  if (key === null) return;
  const note = doorNote === null ? {} : { note: doorNote || null };
  await s.keepDoorNote(key, { ...note, ...(shotId === null ? {} : { shotId }), notedAt: ports.clock.now() });
}

/** What was left at the addresses of deliveries, by delivery. */
export async function doorNotesAt(
  { addressKey }: Pick<Ports, "addressKey">,
  s: ShopStore,
  addresses: ReadonlyMap<string, PostalAddress>,
): Promise<Map<string, DoorNote>> {
  const keys = new Map([...addresses].flatMap(([id, address]) => [[id, keyOf({ addressKey }, s.shopId, address)] as const]));
  const notes = await s.doorNotes([...new Set([...keys.values()].flatMap((key) => key ?? []))]);
  return new Map([...keys].flatMap(([id, key]) => (key && notes.has(key) ? [[id, notes.get(key)!] as const] : [])));
}

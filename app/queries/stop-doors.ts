import type { PostalAddress } from "~/domain/order/order";
import type { Shop } from "~/ports/records";
import { doorNotesAt } from "~/workflows/order/door-note";
import { photoLinksForADay } from "./links-until";
import type { QueryPorts } from "./ports";

/** What the next courier finds said of a door. */
export type StopDoor = { note: string | null; gatePhotoUrl: string | null };
type Needs = Pick<QueryPorts, "store" | "links" | "clock" | "addressKey">;

/** What couriers left at the addresses of these deliveries, by delivery. */
export async function stopDoors(
  ports: Needs,
  { shop, addresses }: { shop: Shop; addresses: ReadonlyMap<string, PostalAddress> },
): Promise<Map<string, StopDoor>> {
  const notes = await doorNotesAt(ports, ports.store.of(shop.id), addresses);
  const until = photoLinksForADay(ports);
  const urlOf = (id: string) => ports.links.fileUrl({ publicKey: shop.publicKey, kind: "photo", id }, until);
  return new Map([...notes].map(([id, { note, shotId }]) => [id, { note, gatePhotoUrl: shotId && urlOf(shotId) }]));
}

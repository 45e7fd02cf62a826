import type { LinkSession } from "~/ports/links";
import type { Ports } from "~/ports/ports";
import type { AccessLink, DeviceRecord } from "~/ports/door-records";
import type { Courier } from "~/ports/courier-records";
import type { Shop } from "~/ports/records";

/** `home`: where the courier goes on from the link, an address without a secret. */
export type OpenedLink = { shop: Shop; courier: Courier; linkId: string; home: string };
/** `device`: the telephone that is signed in; null: by a session of before telephones had their own. */
export type OpenedSession = OpenedLink & { device: Pick<DeviceRecord, "id" | "name"> | null };
/** What the link itself says beside whose it is. */
export type HeldLink = OpenedLink & { link: AccessLink; pinHash: string | null };
type Needs = Pick<Ports, "store" | "links" | "clock">;

const TOKEN = /^([A-Za-z0-9]{1,64})\.([\w-]{43})$/;
const SEEN_EVERY_MS = 60_000;

/** Who a link belongs to. Null when unknown, expired, revoked, of an inactive courier or a shop that left: all look the same. */
export async function openCourierLink(ports: Needs, { token }: { token: string }): Promise<HeldLink | null> {
  const [, publicKey, secret] = TOKEN.exec(token) ?? [];
  if (!publicKey || !secret) return null;
  const shop = await shopAt(ports, publicKey);
  const held = shop && (await ports.store.of(shop.id).linkHolder(ports.links.hash(secret)));
  return held && isInForce(ports, held) ? { ...openedAs(ports, shop, held), link: held.link, pinHash: held.pinHash } : null;
}

/**
 * The same for a cookie that a link was exchanged for: it ends with the telephone's own session, the link, or the courier. Two statements, and once a
 * minute a third that says that the telephone was seen.
 */
export async function openCourierSession(
  ports: Needs,
  { session, publicKey }: { session: string; publicKey: string },
): Promise<OpenedSession | null> {
  const given = ports.links.openSession(session);
  const shop = given && given.publicKey === publicKey ? await shopAt(ports, publicKey) : null;
  const held = shop && (await holderOf(ports, shop, given!));
  if (!held || held.device?.endedAt || !isInForce(ports, held)) return null;
  if (held.device) await noteSeen(ports, shop, held.device);
  return { ...openedAs(ports, shop, held), device: held.device };
}

type Held = { link: AccessLink; courier: Courier; device: DeviceRecord | null };

async function holderOf({ store, links }: Needs, shop: Shop, session: LinkSession): Promise<Held | null> {
  const s = store.of(shop.id);
  if ("deviceSecret" in session) return s.deviceHolder(links.hash(session.deviceSecret));
  const held = await s.linkHolder(session.secretHash);
  return held && { ...held, device: null };
}

/** The telephone that a session is of, whether or not it still opens anything: a new link of the same courier takes it over. */
export async function knownDevice(
  { store, links }: Needs,
  { shopId, courierId, session }: { shopId: string; courierId: string; session: string | null },
): Promise<DeviceRecord | null> {
  const given = session === null ? null : links.openSession(session);
  if (!given || !("deviceSecret" in given)) return null;
  const held = await store.of(shopId).deviceHolder(links.hash(given.deviceSecret));
  return held && held.device.courierId === courierId && !held.device.endedAt ? held.device : null;
}

async function shopAt({ store }: Needs, publicKey: string): Promise<Shop | null> {
  const shop = await store.shopByPublicKey(publicKey);
  return shop && !shop.uninstalledAt ? shop : null;
}

const isInForce = ({ clock }: Needs, { link, courier }: Pick<Held, "link" | "courier">): boolean =>
  !link.revokedAt && link.expiresAt > clock.now() && courier.active;

const openedAs = ({ links }: Needs, shop: Shop, { link, courier }: Pick<Held, "link" | "courier">): OpenedLink => ({
  shop,
  courier,
  linkId: link.id,
  home: links.courierUrl(shop.publicKey),
});

async function noteSeen({ store, clock }: Needs, shop: Shop, { id, lastSeenAt }: DeviceRecord): Promise<void> {
  if (clock.now().getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS) await store.of(shop.id).noteDeviceSeen(id, clock.now());
}

/** The same of a shop as it was at most a second ago: for what a whole fleet asks at once, and that needs none of the shop's settings. */
export function openRecentSession(
  { store, recentShops, ...ports }: Needs & Pick<Ports, "recentShops">,
  held: { session: string; publicKey: string },
): Promise<OpenedSession | null> {
  const shopByPublicKey = (key: string) => recentShops(key, () => store.shopByPublicKey(key));
  return openCourierSession({ ...ports, store: { ...store, shopByPublicKey } }, held);
}

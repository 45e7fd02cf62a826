import type { LinkSession, Ports } from "~/ports/ports";
import type { Courier, Shop } from "~/ports/records";

/** `home`: where the courier goes on from the link, an address without a secret. */
export type OpenedLink = { shop: Shop; courier: Courier; linkId: string; session: string; home: string };
type Needs = Pick<Ports, "store" | "links" | "clock">;

const TOKEN = /^([A-Za-z0-9]{1,64})\.([\w-]{43})$/;

/** Who a link belongs to. Null when unknown, expired, revoked, of an inactive courier or a shop that left: all look the same. */
export async function openCourierLink(ports: Needs, { token }: { token: string }): Promise<OpenedLink | null> {
  const [, publicKey, secret] = TOKEN.exec(token) ?? [];
  if (!publicKey || !secret) return null;
  const opened = await holderOf(ports, { publicKey, secretHash: ports.links.hash(secret) });
  if (opened) await ports.store.of(opened.shop.id).touchLink(opened.linkId);
  return opened;
}

/** The same for the cookie that a link was exchanged for; it is worth as much as the link is now. */
export async function openCourierSession(
  ports: Needs,
  { session, publicKey }: { session: string; publicKey: string },
): Promise<OpenedLink | null> {
  const held = ports.links.openSession(session);
  return held && held.publicKey === publicKey ? holderOf(ports, held) : null;
}

/** The same of a shop as it was at most a second ago: for what a whole fleet asks at once, and that needs none of the shop's settings. */
export function openRecentSession(
  { store, recentShops, ...ports }: Needs & Pick<Ports, "recentShops">,
  held: { session: string; publicKey: string },
): Promise<OpenedLink | null> {
  const shopByPublicKey = (key: string) => recentShops(key, () => store.shopByPublicKey(key));
  return openCourierSession({ ...ports, store: { ...store, shopByPublicKey } }, held);
}

async function holderOf({ store, links, clock }: Needs, held: LinkSession): Promise<OpenedLink | null> {
  const shop = await store.shopByPublicKey(held.publicKey);
  if (!shop || shop.uninstalledAt) return null;
  const { link, courier } = (await store.of(shop.id).linkHolder(held.secretHash)) ?? {};
  if (!link || link.revokedAt || link.expiresAt <= clock.now()) return null;
  return courier?.active
    ? { shop, courier, linkId: link.id, session: links.sessionOf(held), home: links.courierUrl(shop.publicKey) }
    : null;
}

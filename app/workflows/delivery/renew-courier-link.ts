import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { NewLink } from "~/ports/door-store";
import type { ShopStore } from "~/ports/store";

const VALID_DAYS = 90;
export type RenewCourierLink = { shopId: string; courierId: string; actor: string };
type Needs = Pick<Ports, "store" | "links" | "ids" | "clock">;

/** A new link for the courier; the old ones stop working at once. Its token can be shown again with `links.tokenOf(shop, linkId)`. */
export async function renewCourierLink(ports: Needs, input: RenewCourierLink): Promise<{ linkId: string; url: string; expiresAt: Date }> {
  return ports.store.change(input.shopId, async (s) => {
    const link = await newLink(s, ports, input);
    return { linkId: link.id, url: ports.links.courierUrl(ports.links.tokenOf(await s.shop(), link.id)), expiresAt: link.expiresAt };
  });
}

/** Revokes the courier's links and makes one, inside the caller's transaction. */
export async function newLink(
  s: ShopStore,
  { links, ids, clock }: Pick<Needs, "links" | "ids" | "clock">,
  { courierId, actor }: RenewCourierLink,
): Promise<NewLink> {
  await s.lock(`courier:${courierId}`);
  const courier = (await s.couriers()).find(({ id }) => id === courierId);
  if (!courier) throw new PermanentFailure("courier_unknown");
  for (const old of await s.links("courier", courierId)) if (!old.revokedAt) await s.revokeLink(old.id);
  const [id, createdAt] = [ids.uuid(), clock.now()];
  const [, secret = ""] = links.tokenOf(await s.shop(), id).split(".");
  const link: NewLink = {
    id,
    kind: "courier",
    subjectId: courierId,
    secretHash: links.hash(secret),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + VALID_DAYS * 86_400_000),
  };
  await s.insertLink(link);
  await s.record({ actor, type: "courier_link", reason: { code: "link_renewed", params: { courier: courier.name } } });
  return link;
}

import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

export type CourierApp = { name: string; startUrl: string };

/**
 * What a home screen keeps of the courier's page. It begins with the full link: on iOS what stands on the home screen has cookies of its own, and
 * signs itself in by it. A link that can't be shown again (the signing key changed) begins without its secret.
 */
export async function courierApp(
  { store, links }: Pick<QueryPorts, "store" | "links">,
  { shop, courierId, linkId }: { shop: Shop; courierId: string; linkId: string },
): Promise<CourierApp> {
  const link = (await store.of(shop.id).links("courier", courierId)).find(({ id }) => id === linkId);
  const token = links.tokenOf(shop, linkId);
  const isShowable = link?.secretHash === links.hash(token.split(".")[1] ?? "");
  return { name: shop.name, startUrl: `/courier/${isShowable ? token : shop.publicKey}` };
}

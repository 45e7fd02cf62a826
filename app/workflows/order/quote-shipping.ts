import { findZone } from "~/domain/zone/find-zone";
import type { Place } from "~/domain/zone/zone";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

export type Rate = { name: string; code: string; description: string; totalMinor: number; currency: string };

/** Whose callback this is, or null: the secret is known to Shopify alone. */
export async function openCarrierLink(
  { store, links }: Pick<Ports, "store" | "links">,
  { token }: { token: string },
): Promise<Shop | null> {
  const [publicKey = "", secret = ""] = token.split(".");
  const shop = await store.shopByPublicKey(publicKey);
  return shop && !shop.uninstalledAt && secret !== "" && shop.carrierSecretHash === links.hash(secret) ? shop : null;
}

/** What delivery to an address costs, by its zone. No zone (or no courier for it): nothing to offer. The code is stable: Shopify caches by it. */
export async function quoteShipping(
  { store }: Pick<Ports, "store">,
  { shop, place, currency }: { shop: Shop; place: Place; currency: string },
): Promise<Rate[]> {
  const match = findZone(await store.of(shop.id).zones(), place);
  if (!match || match.zone.currency !== currency) return [];
  const { zone } = match;
  const spanish = shop.locale.startsWith("es");
  return [
    {
      name: spanish ? "Entrega a domicilio" : "Home delivery",
      code: `zone-${zone.id}`,
      description: zone.name,
      totalMinor: zone.rateMinor,
      currency: zone.currency,
    },
  ];
}

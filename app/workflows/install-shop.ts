import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

/** A merchant opened the app: remember the shop, and have registered what has to be registered with Shopify. Safe to repeat (the admin loads twice). */
export async function installShop(
  { store, admin, clock }: Pick<Ports, "store" | "admin" | "clock">,
  { domain }: { domain: string },
): Promise<Shop> {
  const known = await store.shopByDomain(domain);
  if (known && !known.uninstalledAt && known.carrierService !== "unknown") {
    // A reinstalled shop may be still the old one to us: its farewell comes later, and is then older than this.
    const installedAt = clock.now();
    await store.of(known.id).updateShop({ installedAt });
    return { ...known, installedAt };
  }
  const { shop } = await store.installShop({ domain, ...(await admin({ domain }).shop()) });
  await store.of(shop.id).enqueue("install-shop", { shopId: shop.id });
  return shop;
}

/** Registers the carrier service with a callback that only Shopify knows. A plan without carrier-calculated rates is a state, not an error. */
export async function registerCarrierService(
  { store, admin, links }: Pick<Ports, "store" | "admin" | "links">,
  { shopId }: { shopId: string },
): Promise<void> {
  const shop = await store.of(shopId).shop();
  const token = links.tokenOf(shop, `carrier-rates:${shop.id}`);
  const answer = await admin(shop).createCarrierService(links.carrierRatesUrl(token), shop.carrierServiceGid);
  const carrierSecretHash = links.hash(token.slice(token.indexOf(".") + 1));
  await store
    .of(shopId)
    .updateShop(
      answer === "not_on_plan"
        ? { carrierService: "not_on_plan" }
        : { carrierService: "active", carrierServiceGid: answer.gid, carrierSecretHash },
    );
}

import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import { askForNativeRates } from "./sync-native-rates";

/** A scope may have been granted since, our address may have changed: such refusals are worth asking again. */
const SETTLED: Shop["carrierService"][] = ["active", "not_on_plan"];

/** A merchant opened the app: remember the shop, and have registered what has to be registered with Shopify. Safe to repeat (the admin loads twice). */
export async function installShop(
  { store, admin, clock }: Pick<Ports, "store" | "admin" | "clock">,
  { domain }: { domain: string },
): Promise<Shop> {
  const known = await store.shopByDomain(domain);
  if (known && !known.uninstalledAt && SETTLED.includes(known.carrierService)) {
    // A reinstalled shop may be still the old one to us: its farewell comes later, and is then older than this.
    const lastInstalledAt = clock.now();
    await store.of(known.id).updateShop({ lastInstalledAt });
    if (known.locationsState !== "read") await store.of(known.id).enqueue("read-locations", { shopId: known.id });
    return { ...known, lastInstalledAt };
  }
  const { shop } = await store.installShop({ domain, ...(await admin({ domain }).shop()) });
  await store.of(shop.id).enqueue("install-shop", { shopId: shop.id });
  await store.of(shop.id).enqueue("read-locations", { shopId: shop.id });
  return shop;
}

/** Registers the carrier service with a callback that only Shopify knows. A refusal is a state with its reason, not an error. */
export async function registerCarrierService(
  { store, admin, links }: Pick<Ports, "store" | "admin" | "links">,
  { shopId }: { shopId: string },
): Promise<void> {
  const s = store.of(shopId);
  const shop = await s.shop();
  const token = links.tokenOf(shop, `carrier-rates:${shop.id}`);
  const answer = await admin(shop).createCarrierService(links.carrierRatesUrl(token), shop.carrierServiceGid);
  const carrierSecretHash = links.hash(token.slice(token.indexOf(".") + 1));
  const state: Partial<Shop> =
    "gid" in answer
      ? { carrierService: "active", carrierProblem: null, carrierServiceGid: answer.gid, carrierSecretHash }
      : { carrierService: answer.state, carrierProblem: answer.reason };
  await store.change(shopId, async (change) => {
    await change.updateShop(state);
    await askForNativeRates(change);
  });
}

/** The merchant changed something at Shopify (plan, scope): it is asked again. */
export async function retryCarrierService(
  { store }: Pick<Ports, "store">,
  { shopId, actor }: { shopId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.updateShop({ carrierService: "unknown", carrierProblem: null });
    await s.record({ actor, type: "carrier_service", reason: { code: "carrier_retry" } });
    await s.enqueue("install-shop", { shopId });
  });
}

import { unsaidOf } from "~/domain/native-rate/unsaid";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import { usesNativeRates } from "~/workflows/shop/sync-native-rates";

/** How the zones' prices stand in the shop's own shipping settings, and what of them can't be said there; null where that way is of no concern. */
export async function nativeRatesCard({ store }: Pick<Ports, "store">, { shop }: { shop: Shop }) {
  const s = store.of(shop.id);
  const [{ state, problem, drift, tooLarge, checkedAt }, zones] = await Promise.all([s.nativeRates(), s.zones()]);
  const isInUse = usesNativeRates(shop);
  if (shop.carrierService !== "not_on_plan" && state === "off") return null;
  const unsaid = zones
    .filter(({ active }) => active)
    .flatMap((zone) => unsaidOf(zone, shop.locale).map((one) => ({ ...one, zone: zone.name })));
  return {
    ...{ setting: shop.nativeRates, isInUse, problem, drift, tooLarge },
    state: isInUse && state === "off" ? ("waiting" as const) : state,
    unsaid: isInUse ? unsaid : [],
    checkedAt: checkedAt?.toISOString() ?? null,
  };
}

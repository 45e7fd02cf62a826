import { districtsOf } from "~/domain/native-rate/districts";
import { distinctNames, nativeRatesOf } from "~/domain/native-rate/native-rates";
import { planRates, type Plan, type WantedZone } from "~/domain/native-rate/plan-rates";
import type { Profile } from "~/domain/native-rate/profile";
import { zoneTable, type ZoneTable } from "~/domain/native-rate/zone-table";
import { TransientFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { EditRefusal, ShopifyAdmin } from "~/ports/shopify-admin";
import type { NativeRates, Shop, Zone } from "~/ports/records";
import type { ShopStore, Store } from "~/ports/store";

type Needs = Pick<Ports, "store" | "admin" | "zones" | "clock">;
/** `repairs`: put right what somebody changed of ours in Shopify. */
type Input = { shopId: string; repairs?: boolean };

/** Each write is read again; more than this and somebody else is writing too. */
const MOST_ROUNDS = 6;

/** Whether checkout's prices come from the shop's own shipping settings: it is the merchant's wish, and the plan has no other way. */
export const usesNativeRates = ({ nativeRates, carrierService }: Pick<Shop, "nativeRates" | "carrierService">): boolean =>
  nativeRates === "auto" && carrierService === "not_on_plan";

/**
 * The zones' prices as rates of the shop's own shipping settings, and the function that hides those of other zones; or neither, where the shop
 * doesn't need them any more. Any number of times the same result: what stands is read, what differs is written, what was written is kept.
 */
export async function syncNativeRates({ store, admin, zones, clock }: Needs, { shopId, repairs = false }: Input): Promise<void> {
  await store.exclusively(shopId, "native-rates", async () => {
    const s = store.of(shopId);
    const [shop, kept] = [await s.shop(), await s.nativeRates()];
    const isWanted = usesNativeRates(shop);
    // Whether the plan allows better is being asked: what stands stays until that is known.
    if (shop.uninstalledAt || shop.carrierService === "unknown" || (!isWanted && kept.state === "off")) return;
    const index = await zones(shop, () => s.zones());
    const table = isWanted ? zoneTable(index, shop.locale) : { pieces: [], tooLarge: [] };
    const wanted = isWanted
      ? wantedZones(
          index.zones.map(({ zone }) => zone),
          shop,
          table,
        )
      : [];
    const shopify = admin(shop);
    // First what hides, then what is to be hidden: the other way round everybody could choose everything for a while.
    const refusal = isWanted ? await shopify.hideOtherZones(table.pieces, true) : null;
    const outcome = refusal ?? (await write({ store, shopify, shop, wanted, kept, repairs }));
    if (!refusal && !isWanted && !("state" in outcome)) await shopify.hideOtherZones([], false);
    // A cart without the choice still has its rates: what Shopify answers here changes nothing.
    if (!("state" in outcome)) await shopify.offerDistricts(isWanted ? districtsOf(index, table.tooLarge, shop.locale) : []);
    await store.change(shopId, async (change) => {
      const about = { kept: await change.nativeRates(), isWanted, wanted, table, at: clock.now() };
      await change.keepNativeRates(told(outcome, about));
    });
  });
}

function wantedZones(all: readonly Zone[], { locale, currency }: Shop, { tooLarge }: ZoneTable): WantedZone[] {
  const names = distinctNames(all);
  return all
    .filter((zone) => zone.currency === currency && !tooLarge.includes(names.get(zone.id)!))
    .map((zone) => ({
      countryCode: zone.area.countryCode,
      locationGids: zone.locationGids,
      rates: nativeRatesOf({ ...zone, name: names.get(zone.id)! }, locale).rates,
    }));
}

type Write = { store: Store; shopify: ShopifyAdmin; shop: Shop; wanted: WantedZone[]; kept: NativeRates; repairs: boolean };
type Done = Pick<Plan, "written" | "drift">;

/** Reads, plans and writes until nothing is left to do. What was there is kept before each write: a process that dies in it makes nothing twice. */
async function write({ store, shopify, shop, wanted, kept, repairs }: Write): Promise<Done | EditRefusal> {
  const countries = [...new Set([...wanted.map(({ countryCode }) => countryCode), ...kept.countries])];
  let { written, seen, doomed }: Pick<NativeRates, "written" | "seen" | "doomed"> = kept;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const profile = await shopify.deliveryRates(countries, shop.currency);
    if ("state" in profile) return profile;
    const known = { written, seen: seen && new Set(seen), doomed: new Set(doomed), repairs };
    const plan = planRates({ profile, zones: wanted, ...known });
    if (plan.remove.length === 0 && plan.create.length === 0) return plan;
    ({ written } = plan);
    [seen, doomed] = [methodsOf(profile), plan.remove];
    const pending = { ...kept, state: "waiting" as const, written, seen, doomed, countries };
    await store.change(shop.id, (change) => change.keepNativeRates(pending));
    const refusal = await shopify.changeDeliveryRates(profile.gid, plan, shop.currency);
    if (refusal) return refusal;
  }
  throw new TransientFailure("native rates: somebody else changes the shipping settings");
}

const methodsOf = ({ groups }: Profile): string[] =>
  groups.flatMap(({ zones }) => zones.flatMap(({ methods }) => methods.map(({ gid }) => gid)));

type About = { kept: NativeRates; isWanted: boolean; wanted: WantedZone[]; table: ZoneTable; at: Date };

function told(outcome: Done | EditRefusal, { kept, isWanted, wanted, table, at }: About): NativeRates {
  const base = { ...kept, tooLarge: table.tooLarge, checkedAt: at };
  if ("state" in outcome) {
    const code = outcome.state === "no_scope" ? "native_no_scope" : "native_refused";
    return { ...base, state: "refused", problem: { code, params: { reason: outcome.reason } } };
  }
  const { written, drift } = outcome;
  const countries = [...new Set(wanted.map(({ countryCode }) => countryCode))];
  const state = !isWanted ? "off" : drift.length > 0 ? "drifted" : "written";
  return { ...base, state, problem: null, written, drift, seen: null, doomed: [], countries };
}

/** Part of the caller's transaction: something that the rates follow from has changed. */
export async function askForNativeRates(s: ShopStore): Promise<void> {
  const [shop, { state }] = [await s.shop(), await s.nativeRates()];
  if (usesNativeRates(shop) || state !== "off") await s.enqueue("sync-native-rates", { shopId: s.shopId }, { anew: true });
}

/** A merchant wants what was changed in Shopify put right, or looked at once more. */
export async function repairNativeRates(
  { store }: Pick<Ports, "store">,
  { shopId, actor }: { shopId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.record({ actor, type: "native_rates", reason: { code: "native_repair" } });
    await s.enqueue("sync-native-rates", { shopId, repairs: true }, { anew: true });
  });
}

/** Which way checkout gets its prices where Shopify asks nobody: by our rates in the shop's settings, or the merchant's own. */
export async function chooseNativeRates(
  { store }: Pick<Ports, "store">,
  { shopId, actor, nativeRates }: { shopId: string; actor: string; nativeRates: Shop["nativeRates"] },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.updateShop({ nativeRates });
    await s.record({ actor, type: "native_rates", from: null, to: nativeRates });
    await askForNativeRates(s);
  });
}

/**
 * Each hour: Shopify is asked again where it refused to ask us, since plans and scopes change there; what follows from its answer is looked at, and
 * so is what a merchant changed of ours. A service that is registered is left alone: the merchant may have switched it off.
 */
export async function watchNativeRates({ store }: Pick<Ports, "store">): Promise<void> {
  for (const { id: shopId, carrierService } of await store.installedShops())
    if (carrierService !== "active") await store.of(shopId).enqueue("install-shop", { shopId }, { anew: true });
}

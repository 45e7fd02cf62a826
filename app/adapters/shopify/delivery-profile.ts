import type { Condition, NativeRate } from "~/domain/native-rate/native-rates";
import type { LocationGroup, Method, Profile, ShippingZone } from "~/domain/native-rate/profile";
import { formatMinor, parseMinor } from "~/domain/money/money";
import { PermanentFailure } from "~/ports/failures";
import type { RateChange } from "~/ports/shopify-admin";
import type { Page } from "./order-node";
import type { Run } from "./read-on";

type ProfileNode = { id: string; default: boolean };
type GroupNode = { locationGroup: { id: string; locations: { nodes: { id: string }[] } } };
type ZoneEdge = { cursor: string; node: { zone: { id: string } } };
type CountriesNode = { id: string; countries: { code: { countryCode: string | null; restOfWorld: boolean } }[] };
type ConditionNode = {
  field: "TOTAL_WEIGHT" | "TOTAL_PRICE";
  operator: "GREATER_THAN_OR_EQUAL_TO" | "LESS_THAN_OR_EQUAL_TO";
  conditionCriteria: { unit?: keyof typeof GRAMS; value?: number; amount?: string };
};
type MethodNode = {
  id: string;
  name: string;
  active: boolean;
  rateProvider: { price?: { amount: string } };
  methodConditions: ConditionNode[];
};
const GRAMS = { GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.349523125, POUNDS: 453.59237 };
/** Shopify's own advice for the pieces of one call (DeliveryProfileLocationGroupInput). */
const MOST_RATES = 20;
/** A rate with its conditions weighs some twenty points; one query may weigh a thousand. */
const MOST_DETAILS = 25;

/** The general profile with its rates in one country's shipping zones, page by page: a whole profile in one call costs more points than there are. */
export async function readProfile(run: Run, countries: readonly string[], currency: string): Promise<Profile> {
  const { deliveryProfiles } = await run<{ deliveryProfiles: { nodes: ProfileNode[] } }>("DeliveryProfiles", {});
  const profile = deliveryProfiles.nodes.find((one) => one.default);
  if (!profile) throw new PermanentFailure("shopify_refused", { reason: "no general delivery profile" });
  const { deliveryProfile } = await run<{ deliveryProfile: { profileLocationGroups: GroupNode[] } }>("LocationGroups", { id: profile.id });
  const groups: LocationGroup[] = [];
  for (const { locationGroup } of deliveryProfile.profileLocationGroups) {
    const zones = await readZones(run, { profile: profile.id, group: locationGroup.id, countries, currency });
    groups.push({ gid: locationGroup.id, locationGids: locationGroup.locations.nodes.map(({ id }) => id), zones });
  }
  return { gid: profile.id, groups };
}

type Where = { profile: string; group: string; countries: readonly string[]; currency: string };

async function readZones(run: Run, { profile, group, countries, currency }: Where): Promise<ShippingZone[]> {
  type Answer = { deliveryProfile: { profileLocationGroups: { locationGroupZones: { edges: ZoneEdge[] } }[] } };
  const { deliveryProfile } = await run<Answer>("ShippingZones", { id: profile, group });
  const edges = deliveryProfile.profileLocationGroups.flatMap(({ locationGroupZones }) => locationGroupZones.edges);
  const { nodes } = await run<{ nodes: CountriesNode[] }>("ZoneCountries", { ids: edges.map(({ node }) => node.zone.id) });
  const zones: ShippingZone[] = [];
  for (const [at, { node }] of edges.entries()) {
    const { countries: named = [] } = nodes.find(({ id }) => id === node.zone.id) ?? {};
    const codes = named.map(({ code }) => (code.restOfWorld ? "*" : (code.countryCode ?? "")));
    const isAsked = codes.some((code) => countries.includes(code));
    const before = edges[at - 1]?.cursor ?? null;
    zones.push({
      gid: node.zone.id,
      countries: codes,
      methods: isAsked ? await readMethods(run, { profile, group, before, currency }) : [],
    });
  }
  return zones;
}

async function readMethods(run: Run, { profile, group, before, currency }: Omit<Where, "countries"> & { before: string | null }) {
  type Zone = { methodDefinitions: Page<{ id: string }> };
  type Answer = { deliveryProfile: { profileLocationGroups: { locationGroupZones: { nodes: Zone[] } }[] } };
  const methods: Method[] = [];
  let after: string | null = null;
  do {
    const answer: Answer = await run<Answer>("ShippingRates", { id: profile, group, zone: before, after });
    const [zone] = answer.deliveryProfile.profileLocationGroups.flatMap(({ locationGroupZones }) => locationGroupZones.nodes);
    const ids = (zone?.methodDefinitions.nodes ?? []).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += MOST_DETAILS) {
      const { nodes } = await run<{ nodes: MethodNode[] }>("RateDetails", { ids: ids.slice(at, at + MOST_DETAILS) });
      methods.push(...nodes.map((node) => toMethod(node, currency)));
    }
    after = zone?.methodDefinitions.pageInfo.hasNextPage ? zone.methodDefinitions.pageInfo.endCursor : null;
  } while (after);
  return methods;
}

function toMethod({ id, name, active, rateProvider, methodConditions }: MethodNode, currency: string): Method {
  const minor = rateProvider.price ? parseMinor(rateProvider.price.amount, currency) : null;
  return { gid: id, name, minor, isActive: active, condition: toCondition(methodConditions, currency) };
}

function toCondition(nodes: readonly ConditionNode[], currency: string): Condition | null {
  const [first] = nodes;
  if (!first) return null;
  const by = first.field === "TOTAL_WEIGHT" ? "weight" : "price";
  const bound = (operator: ConditionNode["operator"]): number | null => {
    const found = nodes.find((node) => node.operator === operator)?.conditionCriteria;
    if (!found) return null;
    return found.amount !== undefined ? parseMinor(found.amount, currency) : Math.round((found.value ?? 0) * GRAMS[found.unit ?? "GRAMS"]);
  };
  return { by, from: bound("GREATER_THAN_OR_EQUAL_TO"), to: bound("LESS_THAN_OR_EQUAL_TO") };
}

/** Takes rates away and makes new ones, a few at a time. */
export async function changeProfile(run: Run, id: string, { remove, create }: RateChange, currency: string): Promise<null> {
  for (let at = 0; at < remove.length; at += MOST_RATES)
    await run("UpdateDeliveryProfile", { id, profile: { methodDefinitionsToDelete: remove.slice(at, at + MOST_RATES) } });
  for (const { group, zone, country, rates } of create) {
    // A zone can be made once: what more it gets, it gets when it is there.
    const most = zone === null ? Math.min(rates.length, MOST_RATES) : rates.length;
    for (let at = 0; at < most; at += MOST_RATES) {
      const methodDefinitionsToCreate = rates.slice(at, at + MOST_RATES).map((rate) => toInput(rate, currency));
      const change =
        zone === null
          ? { zonesToCreate: [{ name: country, countries: [{ code: country, includeAllProvinces: true }], methodDefinitionsToCreate }] }
          : { zonesToUpdate: [{ id: zone, methodDefinitionsToCreate }] };
      await run("UpdateDeliveryProfile", { id, profile: { locationGroupsToUpdate: [{ id: group, ...change }] } });
    }
  }
  return null;
}

function toInput({ name, minor, condition }: NativeRate, currency: string) {
  const money = (value: number) => ({ amount: formatMinor(value, currency), currencyCode: currency });
  const bounds = [
    ["GREATER_THAN_OR_EQUAL_TO", condition?.from ?? null],
    ["LESS_THAN_OR_EQUAL_TO", condition?.to ?? null],
  ] as const;
  const set = bounds.flatMap(([operator, value]) => (value === null ? [] : [{ operator, value }]));
  return {
    name,
    active: true,
    rateDefinition: { price: money(minor) },
    ...(condition?.by === "weight"
      ? { weightConditionsToCreate: set.map(({ operator, value }) => ({ operator, criteria: { unit: "GRAMS", value } })) }
      : {}),
    ...(condition?.by === "price"
      ? { priceConditionsToCreate: set.map(({ operator, value }) => ({ operator, criteria: money(value) })) }
      : {}),
  };
}

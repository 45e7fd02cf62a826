import { parseCents } from "../../domain/cents.ts";
import { Refusal } from "../../domain/core.ts";
import { gid, idOf } from "../../domain/gid.ts";
import type { ConditionOperator, DeliveryProfile, ShippingRate, ShippingZone } from "../../domain/shipping-state.ts";
import type { Shop } from "../../domain/state.ts";
import { requireScope } from "../access.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { locationNode } from "./shop.ts";
import { payload } from "./refusal.ts";

type Group = DeliveryProfile["groups"][number];
const amount = (cents: number): string => String(cents / 100);

const profileNode = (shop: Shop) => ({
  __typename: "DeliveryProfile",
  id: gid("DeliveryProfile", shop.deliveryProfile.id),
  name: "General profile",
  default: true,
  profileLocationGroups: ({ locationGroupId }: { locationGroupId?: string | null }) =>
    shop.deliveryProfile.groups
      .filter(({ id }) => !locationGroupId || id === idOf("DeliveryLocationGroup", locationGroupId))
      .map((group) => groupNode(shop, group)),
});

const groupNode = (shop: Shop, group: Group) => ({
  __typename: "DeliveryProfileLocationGroup",
  locationGroup: {
    __typename: "DeliveryLocationGroup",
    id: gid("DeliveryLocationGroup", group.id),
    locations: (args: PageArguments) =>
      connection(
        shop.locations.filter(({ id }) => group.locationIds.includes(id)),
        args,
        (location) => locationNode(shop, location),
      ),
  },
  locationGroupZones: (args: PageArguments) =>
    connection(
      group.zones,
      args,
      (zone) => zoneNode(shop, zone),
      ({ id }) => String(id),
    ),
});

const placesNode = ({ id, name, countries }: ShippingZone) => ({
  __typename: "DeliveryZone",
  id: gid("DeliveryZone", id),
  name,
  countries: countries.map((code) => ({
    __typename: "DeliveryCountry",
    code: { countryCode: code === "*" ? null : code, restOfWorld: code === "*" },
  })),
});

const zoneNode = (shop: Shop, zone: ShippingZone) => ({
  __typename: "DeliveryLocationGroupZone",
  zone: placesNode(zone),
  methodDefinitions: (args: PageArguments) =>
    connection(
      zone.rates,
      args,
      (rate) => rateNode(shop, rate),
      (rate) => String(rate.id),
    ),
});

const rateNode = (shop: Shop, rate: ShippingRate) => ({
  __typename: "DeliveryMethodDefinition",
  id: gid("DeliveryMethodDefinition", rate.id),
  name: rate.name,
  active: rate.active,
  description: null,
  rateProvider: {
    __typename: "DeliveryRateDefinition",
    id: gid("DeliveryRateDefinition", rate.priceId),
    price: { __typename: "MoneyV2", amount: amount(rate.price), currencyCode: shop.currency },
  },
  methodConditions: rate.conditions.map(({ id, field, operator, value }) => ({
    __typename: "DeliveryCondition",
    id: gid("DeliveryCondition", id),
    field,
    operator,
    conditionCriteria:
      field === "TOTAL_PRICE"
        ? { __typename: "MoneyV2", amount: amount(value), currencyCode: shop.currency }
        : { __typename: "Weight", unit: "KILOGRAMS", value: value / 1000 },
  })),
});

const zonesOf = ({ deliveryProfile }: Shop): ShippingZone[] => deliveryProfile.groups.flatMap(({ zones }) => zones);

/** By `node` and `nodes`; null: none of the shop's. */
export function shippingZoneById(shop: Shop, id: number): unknown {
  const zone = zonesOf(shop).find((one) => one.id === id);
  return zone ? placesNode(zone) : null;
}

export function shippingRateById(shop: Shop, id: number): unknown {
  const rate = zonesOf(shop)
    .flatMap(({ rates }) => rates)
    .find((one) => one.id === id);
  return rate ? rateNode(shop, rate) : null;
}

export const deliveryProfileQueries = {
  deliveryProfiles: (args: PageArguments, context: Context) => {
    requireScope(context, "read_shipping", "deliveryProfiles");
    return connection([context.shop], args, profileNode);
  },
  deliveryProfile: ({ id }: { id: string }, context: Context) => {
    requireScope(context, "read_shipping", "deliveryProfile");
    return idOf("DeliveryProfile", id) === context.shop.deliveryProfile.id ? profileNode(context.shop) : null;
  },
};

type Bound<Criteria> = { operator: ConditionOperator; criteria: Criteria };
type RateInput = {
  name: string;
  active?: boolean | null;
  rateDefinition?: { price: { amount: string } } | null;
  priceConditionsToCreate?: Bound<{ amount: string }>[] | null;
  weightConditionsToCreate?: Bound<{ unit: "GRAMS" | "KILOGRAMS"; value: number }>[] | null;
};
type ZoneInput = { id?: string | null; name?: string | null; countries?: { code?: string | null; restOfWorld?: boolean | null }[] | null };
type ZoneChange = ZoneInput & { methodDefinitionsToCreate?: RateInput[] | null };
type GroupChange = { id: string; zonesToCreate?: ZoneChange[] | null; zonesToUpdate?: ZoneChange[] | null };
type ProfileInput = { locationGroupsToUpdate?: GroupChange[] | null; methodDefinitionsToDelete?: string[] | null };

export const deliveryProfileMutations = {
  deliveryProfileUpdate: ({ id, profile }: { id: string; profile: ProfileInput }, context: Context) =>
    payload(() => {
      requireScope(context, "write_shipping", "deliveryProfileUpdate");
      const { shop, core } = context;
      if (idOf("DeliveryProfile", id) !== shop.deliveryProfile.id) throw new Refusal("The Delivery Profile does not exist.", ["id"]);
      const doomed = new Set((profile.methodDefinitionsToDelete ?? []).map((one) => idOf("DeliveryMethodDefinition", one)));
      for (const zone of zonesOf(shop)) zone.rates = zone.rates.filter((rate) => !doomed.has(rate.id));
      for (const change of profile.locationGroupsToUpdate ?? []) changeGroup(context, change);
      core.world.changed();
      return { profile: profileNode(shop) };
    }, ["profile"]),
};

function changeGroup({ shop, core }: Context, { id, zonesToCreate, zonesToUpdate }: GroupChange): void {
  const group = shop.deliveryProfile.groups.find((one) => one.id === idOf("DeliveryLocationGroup", id));
  if (!group) throw new Refusal("The location group does not exist.", ["profile", "locationGroupsToUpdate"]);
  const newId = () => core.world.newId();
  for (const { name, countries, methodDefinitionsToCreate } of zonesToCreate ?? []) {
    const codes = (countries ?? []).map(({ code, restOfWorld }) => (restOfWorld ? "*" : (code ?? "")));
    if (group.zones.some((zone) => zone.countries.some((code) => codes.includes(code))))
      throw new Refusal("A country can be in one zone only.", ["profile", "locationGroupsToUpdate", "zonesToCreate"]);
    group.zones.push({ id: newId(), name: name ?? "", countries: codes, rates: rates(newId, methodDefinitionsToCreate) });
  }
  for (const { id: zoneId, methodDefinitionsToCreate } of zonesToUpdate ?? []) {
    const zone = group.zones.find((one) => one.id === idOf("DeliveryZone", zoneId ?? ""));
    if (!zone) throw new Refusal("The zone does not exist.", ["profile", "locationGroupsToUpdate", "zonesToUpdate"]);
    zone.rates.push(...rates(newId, methodDefinitionsToCreate));
  }
}

function rates(newId: () => number, inputs: RateInput[] | null | undefined): ShippingRate[] {
  return (inputs ?? []).map(({ name, active, rateDefinition, priceConditionsToCreate, weightConditionsToCreate }) => {
    if (!rateDefinition) throw new Refusal("A rate needs a price.", ["profile"]);
    if (priceConditionsToCreate?.length && weightConditionsToCreate?.length)
      throw new Refusal("A rate's conditions go by weight or by price.", ["profile"]);
    return {
      ...{ id: newId(), name, active: active ?? true, priceId: newId(), price: parseCents(String(rateDefinition.price.amount)) },
      conditions: [
        ...(priceConditionsToCreate ?? []).map(({ operator, criteria }) => ({
          ...{ id: newId(), field: "TOTAL_PRICE" as const, operator, value: parseCents(String(criteria.amount)) },
        })),
        ...(weightConditionsToCreate ?? []).map(({ operator, criteria }) => ({
          ...{
            id: newId(),
            field: "TOTAL_WEIGHT" as const,
            operator,
            value: criteria.unit === "GRAMS" ? criteria.value : criteria.value * 1000,
          },
        })),
      ],
    };
  });
}

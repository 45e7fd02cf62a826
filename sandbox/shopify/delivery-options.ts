import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CarrierRates, Rate, RateRequest } from "./carrier-rates.ts";
import type { AppConfig } from "./app-config.ts";
import type { DeliveryCustomization, ShippingRate } from "./domain/shipping-state.ts";
import type { Shop } from "./domain/state.ts";
import { hiddenOptions, type DeliveryFunction } from "./functions/delivery-customization.ts";
import { loadFunction } from "./functions/host.ts";

/** All that a buyer may choose: what carriers offer and the shop's own rates, less what the app's functions hide. */
export function createDeliveryOptions(carriers: CarrierRates, config: AppConfig): CarrierRates {
  const functions = new Map<string, DeliveryFunction>();

  function functionOf(handle: string): DeliveryFunction {
    const known = functions.get(handle);
    if (known) return known;
    const folder = config.functions.get(handle) ?? handle;
    const file = join(folder, "dist", "function.wasm");
    if (!existsSync(file)) throw new Error(`${handle} isn't built: node extensions/build.mjs`);
    const built = { module: loadFunction(readFileSync(file)), inputQuery: readFileSync(join(folder, "input.graphql"), "utf8") };
    functions.set(handle, built);
    return built;
  }

  /** A function that fails changes nothing, as on Shopify; the shop's settings then show what it failed with. */
  function hiddenBy(customization: DeliveryCustomization, request: RateRequest, rates: Rate[]): Set<Rate> {
    const options = rates.map(({ title }, at) => ({ handle: String(at), title }));
    try {
      const hidden = hiddenOptions(
        functionOf(customization.functionHandle),
        { attributes: request.attributes ?? [], address: request.address, options },
        customization.metafields,
      );
      customization.problem = null;
      return new Set(hidden.flatMap((handle) => rates[Number(handle)] ?? []));
    } catch (error) {
      customization.problem = error instanceof Error ? error.message : String(error);
      return new Set();
    }
  }

  return {
    ...carriers,
    async ask(shop, request) {
      const rates = [...(await carriers.ask(shop, request)), ...ownRates(shop, request)];
      const active = shop.deliveryCustomizations.filter(({ enabled }) => enabled);
      const hidden = new Set(active.flatMap((one) => [...hiddenBy(one, request, rates)]));
      return rates.filter((rate) => !hidden.has(rate)).sort((a, b) => a.price - b.price);
    },
  };
}

/** The rates of the shop's shipping settings for where the first location ships to. */
function ownRates(shop: Shop, { address, lines, discount }: RateRequest): Rate[] {
  const [from] = shop.locations;
  const group = shop.deliveryProfile.groups.find(({ locationIds }) => from && locationIds.includes(from.id));
  const zones = group?.zones ?? [];
  const zone =
    zones.find(({ countries }) => countries.includes(address.countryCode)) ?? zones.find(({ countries }) => countries.includes("*"));
  const grams = lines.reduce((sum, line) => sum + line.grams * line.quantity, 0);
  const price = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0) - discount;
  return (zone?.rates ?? [])
    .filter((rate) => rate.active && holds(rate, { grams, price }))
    .map(({ name, price: minor }) => ({ title: name, description: null, code: name, price: minor, source: "shopify" }));
}

const holds = ({ conditions }: ShippingRate, { grams, price }: { grams: number; price: number }): boolean =>
  conditions.every(({ field, operator, value }) => {
    const size = field === "TOTAL_WEIGHT" ? grams : price;
    return operator === "GREATER_THAN_OR_EQUAL_TO" ? size >= value : size <= value;
  });

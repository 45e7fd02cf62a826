import type { Band, RateTable } from "~/domain/rate/rate-table";
import { serviceName, type Service } from "~/domain/rate/service";

/** Holds of weights in grams or worths in minor units, both ends included; null: without end. */
export type Condition = { by: "weight" | "price"; from: number | null; to: number | null };

/** A rate as a shop's own shipping settings have it. `key` says of which zone, service and band it is. */
export type NativeRate = { key: string; name: string; minor: number; condition: Condition | null };

/** What of a service Shopify's own rates can't say, in the codes of i18n; `isLeftOut`: then nothing of it is offered. */
export type Unsaid = { code: string; params: { service: string }; isLeftOut: boolean };

export type NativeZone = {
  id: string;
  name: string;
  services: readonly Service[];
  hours: readonly unknown[];
  daysOff: readonly string[];
  orderMinMinor: number | null;
  orderMaxMinor: number | null;
};

/** More rates than this for one service are a list that no merchant reads in Shopify's settings. */
const MOST_RATES = 12;
const UNIT = { flat: 1, weight: 1000, value: 100, items: 1 } as const;

/** What buyers choose by; the function and the order know the zone again by it. */
export const nativeName = (zoneName: string, service: Pick<Service, "name">, locale: string): string =>
  `${serviceName(service, locale)} · ${zoneName}`;

/** Zones by name, so that no two rates are called the same: of two zones of one name the later bears its number. */
export function distinctNames(zones: readonly { id: string; name: string }[]): Map<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    zones.map(({ id, name }) => {
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return [id, count === 1 ? name : `${name} (${count})`];
    }),
  );
}

/** A zone's prices as rates of the shop's own shipping settings, and what they can't say (docs/decisions/0018-rates-without-carrier-service.md). */
export function nativeRatesOf(zone: NativeZone, locale: string): { rates: NativeRate[]; unsaid: Unsaid[] } {
  const offered = zone.services.filter(({ active }) => active);
  const each = offered.map((service) => ratesOfService(zone, service, locale));
  return { rates: each.flatMap(({ rates }) => rates), unsaid: each.flatMap(({ unsaid }) => unsaid) };
}

function ratesOfService(zone: NativeZone, service: Service, locale: string): { rates: NativeRate[]; unsaid: Unsaid[] } {
  const params = { service: serviceName(service, locale) };
  const pieces = piecesOf(service.rate, zone);
  if (typeof pieces === "string") return { rates: [], unsaid: [{ code: pieces, params, isLeftOut: true }] };
  const rates = pieces.map(({ minor, condition }, at): NativeRate => ({
    ...{ key: `${zone.id}:${service.code}:${at}`, name: nativeName(zone.name, service, locale), minor, condition },
  }));
  return { rates, unsaid: bypassed(zone, service).map((code) => ({ code, params, isLeftOut: false })) };
}

/** What is written all the same: the price stands, but not the hour, the day or the promise. */
function bypassed({ hours, daysOff }: NativeZone, { rate, cutOff, leadDays }: Service): string[] {
  const isDated = hours.length > 0 || daysOff.length > 0 || cutOff < 1440 || leadDays > 0;
  return [...(rate.surcharges.length > 0 ? ["native_surcharges"] : []), ...(isDated ? ["native_days"] : [])];
}

type Piece = Pick<NativeRate, "minor" | "condition">;
type Limits = Pick<NativeZone, "orderMinMinor" | "orderMaxMinor">;

/** The table cut into prices with one condition each; a code where Shopify's rates can't say it. */
function piecesOf({ basis, bands, freeAboveMinor }: RateTable, limits: Limits): Piece[] | string {
  if (basis === "items") return "native_by_pieces";
  const steps = stepsOf(bands, UNIT[basis], basis);
  if (typeof steps === "string") return steps;
  const isByWorth = freeAboveMinor !== null || (limits.orderMinMinor ?? 0) > 0 || limits.orderMaxMinor !== null;
  if (basis === "weight")
    return isByWorth
      ? "native_weight_and_worth"
      : steps.map(({ minor, from, to }) => ({ minor, condition: conditionOf("weight", from, to) }));
  const [least, most] = [limits.orderMinMinor ?? 0, limits.orderMaxMinor];
  const paidTo = freeAboveMinor === null ? most : lesser(most, freeAboveMinor - 1);
  const paid = steps.map((step) => clip(step, least, paidTo));
  const end = steps.at(-1)!.to;
  const free = freeAboveMinor === null ? [] : [clip({ minor: 0, from: freeAboveMinor, to: end }, least, most)];
  return [...paid, ...free].flatMap((piece) =>
    piece ? [{ minor: piece.minor, condition: conditionOf("price", piece.from, piece.to) }] : [],
  );
}

type Step = { minor: number; from: number; to: number | null };

/** Bands that charge by unit become a step for each unit, as far as they end. */
function stepsOf(bands: readonly Band[], unit: number, basis: RateTable["basis"]): Step[] | string {
  const steps: Step[] = [];
  let from = 0;
  for (const { upTo, baseMinor, perUnitMinor } of bands) {
    const begins = from === 0 ? 0 : from - 1;
    if (perUnitMinor === 0 || basis === "flat") steps.push({ minor: baseMinor, from, to: upTo });
    else if (upTo === null) return "native_by_unit";
    else {
      if ((upTo - begins) / unit > MOST_RATES) return "native_too_many";
      if (from === 0) steps.push({ minor: baseMinor, from: 0, to: 0 });
      for (let at = 0; begins + at * unit < upTo; at++)
        steps.push({
          minor: baseMinor + perUnitMinor * (at + 1),
          from: begins + at * unit + 1,
          to: Math.min(upTo, begins + (at + 1) * unit),
        });
    }
    from = (upTo ?? 0) + 1;
  }
  return steps.length > MOST_RATES ? "native_too_many" : steps;
}

const lesser = (a: number | null, b: number): number => (a === null ? b : Math.min(a, b));

function clip({ minor, from, to }: Step, least: number, most: number | null): Step | null {
  const [start, end] = [Math.max(from, least), most === null ? to : to === null ? most : Math.min(to, most)];
  return end !== null && start > end ? null : { minor, from: start, to: end };
}

const conditionOf = (by: Condition["by"], from: number, to: number | null): Condition | null =>
  from === 0 && to === null ? null : { by, from: from === 0 ? null : from, to };

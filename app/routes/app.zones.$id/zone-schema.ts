import { z } from "zod";
import type { Strategy } from "~/domain/assignment/terms";
import { fixedCommission } from "~/domain/rate/commission";
import { flatRate } from "~/domain/rate/rate-table";
import { ALWAYS, type Service } from "~/domain/rate/service";
import { parsePostalPattern } from "~/domain/zone/postal-pattern";
import { plainService } from "~/domain/zone/plain-zone";
import type { ZoneArea } from "~/domain/zone/zone-index";
import { isPlain, withWords } from "~/domain/zone/zone-summary";
import { amount, checked, listOf, optionalAmount, required, timeOfDay, whole } from "~/ui/form/parts";

/** What the form sends of a zone. */
export const zoneSchema = (currency: string) =>
  z.object({
    name: required(80),
    priority: whole(0, 999),
    countryCode: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, "admin.form.country"),
    places: listOf(500),
    excluded: listOf(500),
    postalPatterns: listOf(500).refine(
      (patterns) => patterns.every((pattern) => parsePostalPattern(pattern) !== null),
      "admin.zones.badPattern",
    ),
    rate: amount(currency),
    freeAbove: optionalAmount(currency),
    commission: amount(currency),
    orderMin: optionalAmount(currency),
    orderMax: optionalAmount(currency),
    cutOff: timeOfDay,
    weekdays: z.array(z.enum(["0", "1", "2", "3", "4", "5", "6"])).min(1, "admin.zones.daysNeeded"),
    cashAllowed: checked,
    courierIds: z.array(z.uuid()),
    active: checked,
  });
type Sent = z.infer<ReturnType<typeof zoneSchema>>;

/** What is wrong with the whole, by field. */
export function problemIn(
  { places, postalPatterns, orderMin, orderMax }: Sent,
  known: Pick<ZoneArea, "area"> | null,
): Record<string, string> | null {
  const drawn = known?.area.include.some(({ kind }) => kind !== "place" && kind !== "postal");
  if (places.length + postalPatterns.length === 0 && !drawn) return { places: "admin.zones.placesNeeded" };
  return orderMin !== null && orderMax !== null && orderMin > orderMax ? { orderMax: "admin.zones.maxBelowMin" } : null;
}

type Known = Pick<ZoneArea, "area"> & {
  services: Service[];
  commission: ReturnType<typeof fixedCommission>;
  daysOff: string[];
  strategy: Strategy | null;
  locationGids: string[];
  place: { establishment: string; emissionPoint: string } | null;
};

/** The zone as sent. What the form has no field for stays as it was: drawn areas, price tables, bonuses, days off. */
export function zoneFrom(sent: Sent, known: Known | null) {
  const { name, priority, countryCode, places, excluded, postalPatterns: postal, active, cashAllowed, orderMin, orderMax } = sent;
  const isSimple = known === null || isPlain(known.services, known.commission);
  const [service = plainService(sent.rate)] = known?.services ?? [];
  const rate = { ...flatRate(sent.rate), freeAboveMinor: sent.freeAbove };
  return {
    ...{ name, priority, active, cashAllowed, orderMinMinor: orderMin, orderMaxMinor: orderMax },
    area: withWords(known?.area ?? null, countryCode, { places, postal, excluded }),
    services: isSimple ? [{ ...service, rate, cutOff: sent.cutOff }] : known.services,
    commission: isSimple ? fixedCommission(sent.commission) : known.commission,
    hours: sent.weekdays.length === 7 ? [] : [{ days: sent.weekdays.map(Number), from: 0, to: ALWAYS }],
    daysOff: known?.daysOff ?? [],
    place: known?.place ?? null,
    strategy: known?.strategy ?? null,
    locationGids: known?.locationGids ?? [],
  };
}

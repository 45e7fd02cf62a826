import { z } from "zod";
import { STRATEGIES } from "~/domain/assignment/terms";
import { COMMISSION_KINDS } from "~/domain/rate/commission";
import { RATE_BASES } from "~/domain/rate/rate-table";

/** Longer than any zone within the limits is written. */
const LONGEST = 2_000_000;
const word = z.string().max(200);
const days = z.array(z.int().min(0).max(6)).max(7);
const hours = z.object({ days, from: word, to: word });
const paid = hours.extend({ amount: word });
const drawn = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), latitude: word, longitude: word, metres: word }),
  z.object({ kind: z.literal("polygon"), corners: z.string().max(LONGEST) }),
]);
const area = z.object({
  isCountry: z.boolean(),
  names: z.array(word).max(500),
  /** One pattern a line. */
  postal: z.string().max(50_000),
  drawn: z.array(drawn).max(500),
});
const service = z.object({
  /** Empty until it is saved for the first time. */
  code: word,
  name: word,
  active: z.boolean(),
  leadDays: word,
  cutOff: word,
  basis: z.enum(RATE_BASES),
  bands: z.array(z.object({ upTo: word, base: word, perUnit: word })).max(50),
  freeAbove: word,
  surcharges: z.array(paid).max(50),
});

/** A zone as it is being written: every text as typed, so that what can't be read stays to be mended. */
export const zoneDraft = z.object({
  name: word,
  active: z.boolean(),
  priority: word,
  countryCode: word,
  include: area,
  exclude: area,
  services: z.array(service).max(20),
  commission: z.object({
    kind: z.enum(COMMISSION_KINDS),
    amount: word,
    percent: word,
    bonuses: z.array(paid).max(50),
    min: word,
    max: word,
  }),
  /** The first is asked first where a courier is taken by the list. */
  courierIds: z.array(z.uuid()).max(1000),
  /** Shopify's locations that it is served from; none: any. */
  locationGids: z.array(word).max(500),
  hours: z.array(hours).max(50),
  /** One day (yyyy-mm-dd) a line. */
  daysOff: z.string().max(20_000),
  orderMin: word,
  orderMax: word,
  cashAllowed: z.boolean(),
  /** By which rule its couriers get deliveries; empty: by the shop's. */
  strategy: z.enum(["", ...STRATEGIES]),
  /** "001-002"; empty: as the location says. */
  place: word,
});

export type ZoneDraft = z.infer<typeof zoneDraft>;
export type AreaDraft = z.infer<typeof area>;
export type DrawnDraft = z.infer<typeof drawn>;
export type ServiceDraft = z.infer<typeof service>;
export type CommissionDraft = ZoneDraft["commission"];
export type HoursDraft = z.infer<typeof hours>;
export type PaidHoursDraft = z.infer<typeof paid>;

import { z } from "zod";
import type { Load } from "~/domain/rate/rate-table";
import type { Origin } from "./departure";
import type { Place } from "./find-zone";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
// Amounts and weights come as numbers or as texts of them.
const whole = z.coerce.number().int().nonnegative().catch(0);
const item = z.object({ quantity: whole, grams: whole, price: whole, requires_shipping: z.boolean().catch(true) });
const origin = z.object({ country: text, city: text, postal_code: text, zip: text, address1: text });
const request = z.object({
  rate: z.object({
    origin: origin.nullish().catch(null),
    destination: z.object({ country: text, province: text, city: text, postal_code: text, zip: text, address1: text, address2: text }),
    items: z.array(item).catch([]),
    currency: z.string().length(3),
  }),
});

export type RateRequest = { origin: Origin | null; place: Place; load: Load; currency: string };

/**
 * Shopify's rate request: from where to where, how much of what, in which currency. Null when it is none. The postal field is called `zip` in the
 * documents, `postal_code` on the wire; there are no coordinates.
 */
export function readRateRequest(rawBody: string): RateRequest | null {
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    return null;
  }
  const read = request.safeParse(body);
  if (!read.success) return null;
  const { origin: from, destination: to, currency, items } = read.data.rate;
  const { country: countryCode, province, city, address1, address2 } = to;
  const shipped = items.filter((one) => one.requires_shipping);
  const sum = (of: (one: (typeof shipped)[number]) => number) => shipped.reduce((all, one) => all + of(one), 0);
  return {
    origin: from ? { countryCode: from.country, city: from.city, zip: from.postal_code ?? from.zip, address1: from.address1 } : null,
    place: { countryCode, province, city, zip: to.postal_code ?? to.zip, address1, address2, position: null },
    load: {
      grams: sum((one) => one.grams * one.quantity),
      valueMinor: sum((one) => one.price * one.quantity),
      items: sum((one) => one.quantity),
    },
    currency,
  };
}

export type Rate = { name: string; code: string; description: string; totalMinor: number; currency: string; day: string | null };

/** Midnight of Greenwich would be the evening before where the buyer is, and a promise of that day. */
const noonOf = (day: string): string => `${day}T12:00:00Z`;

/** Shopify's answer; prices are strings in hundredths, also for currencies without cents. */
export const writeRates = (rates: Rate[]) => ({
  rates: rates.map(({ name, code, description, totalMinor, currency, day }) => ({
    service_name: name,
    service_code: code,
    description,
    total_price: String(totalMinor),
    currency,
    ...(day ? { min_delivery_date: noonOf(day), max_delivery_date: noonOf(day) } : {}),
  })),
});

import { z } from "zod";
import type { Place } from "./zone";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const request = z.object({
  rate: z.object({
    destination: z.object({ country: text, province: text, city: text, postal_code: text, zip: text, address2: text }),
    currency: z.string().length(3),
  }),
});

/** Shopify's rate request: where to, in which currency. Null when it is none. The postal field is called `zip` in the documents, `postal_code` on the wire. */
export function readRateRequest(rawBody: string): { place: Place; currency: string } | null {
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    return null;
  }
  const read = request.safeParse(body);
  if (!read.success) return null;
  const { destination: to, currency } = read.data.rate;
  return {
    place: { countryCode: to.country, province: to.province, city: to.city, zip: to.postal_code ?? to.zip, address2: to.address2 },
    currency,
  };
}

/** Shopify's answer; prices are strings in hundredths, also for currencies without cents. */
export const writeRates = (rates: { name: string; code: string; description: string; totalMinor: number; currency: string }[]) => ({
  rates: rates.map(({ name, code, description, totalMinor, currency }) => ({
    service_name: name,
    service_code: code,
    description,
    total_price: String(totalMinor),
    currency,
  })),
});

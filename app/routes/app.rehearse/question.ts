import { z } from "zod";
import { startOfDate } from "~/domain/time/calendar";
import { optional } from "~/ui/form/parts";

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => text?.replace(",", ".") || null)
    .refine((text) => text === null || (/^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most), "rehearse.badDegrees")
    .transform((text) => (text === null ? null : Number(text)));
const decimal = (scale: number, usual: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => text?.replace(",", ".") || null)
    .refine((text) => text === null || /^\d{1,7}(\.\d{1,3})?$/.test(text), "rehearse.badNumber")
    .transform((text) => (text === null ? usual : Math.round(Number(text) * scale)));

const text = optional(200);
/** What the form asks: an address as a shopper types it, what it would carry, and when (on the shop's clock). */
const schema = z
  .object({
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, "rehearse.badCountry"),
    ...{ province: text, city: text, zip: text, address1: text, address2: text },
    latitude: degrees(90),
    longitude: degrees(180),
    kilograms: decimal(1000, 0),
    value: decimal(100, 0),
    items: decimal(1, 1),
    day: z.union([z.iso.date("admin.form.invalid"), z.literal("")]).optional(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/, "rehearse.badTime")
      .optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ["longitude"],
    message: "rehearse.bothDegrees",
  })
  .refine(({ city, zip, province, address1, latitude }) => [city, zip, province, address1, latitude].some((one) => one !== null), {
    path: ["city"],
    message: "rehearse.nothingAsked",
  });
export const questionForm = schema;

const MINUTE_MILLISECONDS = 60_000;

/** The question in the terms of the domain. `now` where no moment is said; a day without a time is its noon. */
export function questionFrom(read: z.infer<typeof schema>, { now, timeZone }: { now: Date; timeZone: string }) {
  const { country, province, city, zip, address1, address2, latitude, longitude, kilograms, value, items, day, time } = read;
  const [hours = 12, minutes = 0] = time ? time.split(":").map(Number) : [];
  const at = day ? new Date(startOfDate(day, timeZone).getTime() + (hours * 60 + minutes) * MINUTE_MILLISECONDS) : now;
  return {
    address: { countryCode: country, province, city, zip, address1, address2 },
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    load: { grams: kilograms, valueMinor: value, items },
    from: null,
    at,
  };
}

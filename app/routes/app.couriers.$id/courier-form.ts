import { z } from "zod";
import { readHours } from "~/domain/assignment/hours";
import { CARRIER_ID_TYPES } from "~/domain/dispatch/carrier";
import { isEmailAddress } from "~/domain/fiscal-data/problems";
import { isDay } from "~/domain/time/calendar";
import { checked, listOf, optional, optionalAmount, optionalWhole, required, whole } from "~/ui/form/parts";

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const MOST_DAYS_OFF = 366;

const hours = z
  .string()
  .optional()
  .transform((text) => readHours(text ?? ""))
  .refine((read) => read !== null, "admin.couriers.limits.hoursWrong");

/** "12.5" or "12,5" kilograms as grams; nothing where nothing is written. */
const optionalKilograms = z
  .string()
  .trim()
  .transform((text) => text.replace(",", "."))
  .refine((text) => text === "" || (/^\d{1,5}(\.\d{1,3})?$/.test(text) && Number(text) > 0), "admin.couriers.limits.weightWrong")
  .transform((text) => (text === "" ? null : Math.round(Number(text) * 1000)));

const shifts = Object.fromEntries(WEEKDAYS.map((day) => [`shift${day}`, hours])) as Record<`shift${number}`, typeof hours>;

/** What the form sends of a courier, amounts in a currency. */
export const courierForm = (currency: string) =>
  z.object({
    name: required(80),
    email: optional(254).refine((email) => email === null || isEmailAddress(email), "fiscalData.emailInvalid"),
    phone: optional(30).refine((phone) => phone === null || /^\+?[\d\s().-]{7,30}$/.test(phone), "admin.form.phone"),
    locale: z.enum(["es", "en"]),
    active: checked,
    legalName: optional(300),
    idType: z
      .enum(["", ...CARRIER_ID_TYPES])
      .optional()
      .transform((type) => type || null),
    idNumber: optional(20).transform((number) => number?.replace(/[\s.-]/g, "").toUpperCase() ?? null),
    licence: optional(30),
    plate: optional(20).transform((plate) => plate?.replace(/[\s-]/g, "").toUpperCase() ?? null),
    dailyCapacity: whole(1, 500),
    maxOpenStops: optionalWhole(1, 500),
    maxKilograms: optionalKilograms,
    cashLimit: optionalAmount(currency),
    daysOff: listOf(MOST_DAYS_OFF).refine((days) => days.every(isDay), "admin.couriers.limits.daysOffWrong"),
    worksOnHolidays: z.enum(["", "yes", "no"]).transform((choice) => (choice === "" ? null : choice === "yes")),
    plateExempt: checked,
    ...shifts,
  });

type Sent = z.infer<ReturnType<typeof courierForm>>;

/** The courier as sent: a stretch of hours for each that was written. */
export function courierFrom({ maxKilograms: maxGrams, cashLimit: cashLimitMinor, ...sent }: Sent) {
  const byDay = sent as unknown as Record<string, ReturnType<typeof readHours>>;
  const { name, email, phone, locale, active, legalName, idType, idNumber, licence, plate } = sent;
  const { dailyCapacity, maxOpenStops, worksOnHolidays, plateExempt } = sent;
  return {
    ...{ name, email, phone, locale, active, legalName, idType, idNumber, licence, plate },
    ...{ dailyCapacity, maxOpenStops, maxGrams, cashLimitMinor, worksOnHolidays, plateExempt },
    daysOff: [...sent.daysOff].sort(),
    shifts: WEEKDAYS.flatMap((day) => (byDay[`shift${day}`] ?? []).map((stretch) => ({ days: [day], ...stretch }))),
  };
}

import { z } from "zod";
import { readHours } from "~/domain/assignment/hours";
import { STRATEGIES, type AssignmentRules } from "~/domain/assignment/terms";
import { checked } from "~/ui/form/parts";

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

/** "1, 2" as digits; nothing written is none. */
const digits = z
  .string()
  .trim()
  .regex(/^(?:\d(?:[\s,;]+\d)*)?$/, "admin.settings.assignment.digitsWrong")
  .transform((text) => [...new Set([...text.replace(/\D/g, "")].map(Number))]);

const plateHours = z
  .string()
  .transform(readHours)
  .refine((hours) => hours !== null, "admin.couriers.limits.hoursWrong");

const byDay = Object.fromEntries(WEEKDAYS.map((day) => [`digits${day}`, digits])) as Record<`digits${number}`, typeof digits>;

export const assignmentForm = z.object({ strategy: z.enum(STRATEGIES), holidaysWorked: checked, plateHours, ...byDay });

/** The rules as sent. */
export function rulesFrom({ strategy, holidaysWorked, plateHours: hours, ...sent }: z.infer<typeof assignmentForm>): AssignmentRules {
  const written = sent as unknown as Record<string, number[]>;
  return { strategy, holidaysWorked, plates: { digits: WEEKDAYS.map((day) => written[`digits${day}`] ?? []), hours: hours ?? [] } };
}

/** Plates that are restricted at no hour are not restricted: somebody forgot the hours. */
export const isWithoutHours = ({ plates }: AssignmentRules): boolean =>
  plates.hours.length === 0 && plates.digits.some((day) => day.length > 0);

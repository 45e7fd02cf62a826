import { z } from "zod";

/** Pieces of form schemas; every message is an i18n key. */
export const required = (longest: number) => z.string().trim().min(1, "admin.form.required").max(longest, "admin.form.tooLong");
export const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, "admin.form.tooLong")
    .optional()
    .transform((text) => text || null);
export const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, "admin.form.whole")
    .transform(Number)
    .refine((n) => n >= least && n <= most, "admin.form.range");
export const checked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A code of three digits, such as an establishment's; "1" is read as 001. */
export const threeDigits = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "admin.settings.threeDigits")
  .transform((text) => text.padStart(3, "0"))
  .refine((text) => text !== "000", "admin.settings.threeDigits");

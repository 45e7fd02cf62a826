import { z } from "zod";
import { isAmount, parseMinor } from "~/domain/money/money";

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
/** The same as `whole`; nothing where nothing is written. */
export const optionalWhole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,9}$/, "admin.form.whole")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((n) => n === null || (n >= least && n <= most), "admin.form.range");
export const checked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A text area as a list: commas and new lines part its entries. */
export const listOf = (most: number) =>
  z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .split(/[\n,;]/)
          .map((entry) => entry.trim())
          .filter((entry) => entry !== ""),
      ),
    ])
    .refine((entries) => entries.length <= most && entries.every((entry) => entry.length <= 80), "admin.form.tooLong");

/** A code of three digits, such as an establishment's; "1" is read as 001. */
export const threeDigits = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "admin.settings.threeDigits")
  .transform((text) => text.padStart(3, "0"))
  .refine((text) => text !== "000", "admin.settings.threeDigits");

/** Whole digits of an amount. */
const MOST_DIGITS = 7;

/** "3.50" or "3,50" into minor units, nothing where nothing is written; negative or too fine amounts are refused. */
export const optionalAmount = (currency: string) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(",", "."))
    .refine((text) => text === "" || isAmount(text, currency, MOST_DIGITS), "admin.form.amount")
    .transform((text) => (text === "" ? null : parseMinor(text, currency)));

const amountLike = (currency: string, sign: RegExp) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(",", "."))
    .refine((text) => isAmount(text.replace(sign, ""), currency, MOST_DIGITS), "admin.form.amount")
    .transform((text) => parseMinor(text, currency));
/** An amount that must be there, in minor units; `signedAmount` may be below nothing. */
export const amount = (currency: string) => amountLike(currency, /^/);
export const signedAmount = (currency: string) => amountLike(currency, /^-/);

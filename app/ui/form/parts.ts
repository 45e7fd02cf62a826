import { z } from "zod";
import { readTypedAmount } from "~/domain/money/typed-amount";

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

const WRONG = { invalid: "admin.form.amount", ambiguous: "admin.form.amountAmbiguous" } as const;

const read = (text: string, currency: string, { addIssue }: z.RefinementCtx, isSigned = false): number => {
  const minor = readTypedAmount(text, currency, { isSigned });
  if (typeof minor === "number") return minor;
  addIssue({ code: "custom", message: WRONG[minor] });
  return z.NEVER;
};

/** An amount that must be there ("3.50" or "3,50"), in minor units; `signedAmount` may be below nothing. */
export const amount = (currency: string) => z.string().transform((text, context) => read(text, currency, context));
export const signedAmount = (currency: string) => z.string().transform((text, context) => read(text, currency, context, true));
/** The same; nothing where nothing is written. */
export const optionalAmount = (currency: string) =>
  z.string().transform((text, context) => (text.trim() === "" ? null : read(text, currency, context)));

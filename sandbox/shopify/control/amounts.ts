import { z } from "zod";
import { parseCents } from "../domain/cents.ts";
import { TAX_RATE_BASIS_POINTS } from "../domain/tax.ts";

/** "12.50" as cents. */
export const amount = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, 'a decimal string such as "12.50"')
  .transform(parseCents);
export const signedAmount = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,2})?$/, 'a decimal string such as "-0.02"')
  .transform(parseCents);
export const percentage = z.string().regex(/^(100|\d{1,2}(\.\d{1,2})?)$/, 'a percentage such as "10"');
export const text = (max: number) => z.string().max(max);

/** What a line may say of itself, when ordered and when an edit adds it. */
export const lineFields = {
  title: text(255).min(1),
  sku: text(100).optional(),
  quantity: z.number().int().min(1).max(100_000),
  price: amount,
  taxable: z.boolean().default(true),
  /** Another rate than the usual: "5" is 5 %. */
  taxRate: percentage.optional(),
  requiresShipping: z.boolean().default(true),
};

/** A line's rate in basis points. */
export function rateOf({ taxable, taxRate }: { taxable: boolean; taxRate?: string }): number {
  if (!taxable) return 0;
  return taxRate === undefined ? TAX_RATE_BASIS_POINTS : parseCents(taxRate);
}

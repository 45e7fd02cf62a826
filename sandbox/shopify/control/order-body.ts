import { z } from "zod";
import type { FieldError } from "../../http.ts";
import { paymentChoices } from "../domain/payment-start.ts";
import { DEMO_SHOP } from "../domain/seed.ts";
import { deliveryMethods } from "../domain/fulfillment-state.ts";
import { amount, lineFields, percentage, signedAmount, text } from "./amounts.ts";

const addressSchema = z.strictObject({
  address1: text(255).min(1),
  address2: text(255).nullish(),
  city: text(100).min(1),
  province: text(100).nullish(),
  countryCode: z.string().regex(/^[A-Z]{2}$/),
  zip: text(40),
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
});

const lineSchema = z.strictObject({
  ...lineFields,
  giftCard: z.boolean().default(false),
  /** Taken off this line alone, before the order's discount. */
  discount: amount.optional(),
  /** A product of the catalogue by its handle; or one of the line's own, by what the app may ask of it. */
  product: text(100).optional(),
  productTags: z.array(text(255)).max(250).optional(),
  taxCategory: text(255).optional(),
  delivery: z.enum(deliveryMethods).optional(),
  /** The shop's location it leaves from, by position from 0. */
  location: z.number().int().min(0).max(99).optional(),
});

const bodySchema = z
  .strictObject({
    customer: z.strictObject({ firstName: text(100), lastName: text(100), email: z.email(), phone: text(40).nullish() }),
    shippingAddress: addressSchema.optional(),
    fiscalData: z
      .strictObject({ idType: text(40).min(1), idNumber: text(40), legalName: text(300), email: z.email().optional() })
      .optional(),
    lines: z.array(lineSchema).min(1).max(250),
    discount: z.union([z.strictObject({ amount }), z.strictObject({ percentage })]).optional(),
    payment: z.enum([...paymentChoices, "cash"]),
    taxesIncluded: z.boolean().optional(),
    shop: z.string().default(DEMO_SHOP),
    /** Which of the offered rates; without it the cheapest. */
    shippingCode: z.string().optional(),
    /** A shipping line of the order's own, instead of asking the app for rates. */
    shipping: z.strictObject({ title: text(255).min(1), price: amount }).optional(),
    freeShipping: z.boolean().default(false),
    locale: z.enum(["es", "en"]).default("es"),
    note: text(5000).optional(),
    source: z.string().min(1).max(40).default("web"),
    /** In the past: an order of before the app was there, of which it hears nothing. */
    placedAt: z.iso.datetime().optional(),
    tip: amount.optional(),
    duties: amount.optional(),
    additionalFees: z
      .array(z.strictObject({ name: text(255).min(1), price: amount }))
      .max(10)
      .default([]),
    giftCard: amount.optional(),
    cashRounding: signedAmount.optional(),
    /** `rate`: what one of the shop's currency costs in it. */
    presentment: z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), rate: z.string().regex(/^\d{1,6}(\.\d{1,6})?$/) }).optional(),
    paymentTerms: z
      .strictObject({ dueInDays: z.number().int().min(0).max(365).optional(), dueAt: z.iso.datetime().optional() })
      .refine((terms) => terms.dueInDays !== undefined || terms.dueAt !== undefined, "dueInDays or dueAt")
      .optional(),
  })
  .superRefine(({ shippingAddress, source, lines }, context) => {
    const goesOut = source !== "pos" && lines.some((line) => line.requiresShipping && !line.giftCard && isBrought(line.delivery));
    if (!shippingAddress && goesOut)
      context.addIssue({ code: "custom", path: ["shippingAddress"], message: "is needed to bring something" });
  });

/** What is fetched at the shop, or is no thing, needs no address. */
const isBrought = (delivery: string | undefined): boolean => !["pick_up", "retail", "none"].includes(delivery ?? "shipping");

export type OrderBody = z.infer<typeof bodySchema>;

export function parseOrderBody(body: unknown): { order: OrderBody } | { errors: FieldError[] } {
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? { order: parsed.data } : { errors: fieldErrors(parsed.error) };
}

export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: [...path, key].join("."), message: "is not known" }));
    return [{ path: path.join("."), message: issue.message }];
  });

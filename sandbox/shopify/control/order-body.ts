import { z } from "zod";
import type { FieldError } from "../../http.ts";
import { parseCents } from "../domain/cents.ts";
import { paymentChoices } from "../domain/payment-start.ts";
import type { Draft } from "../domain/place-order.ts";
import { DEMO_SHOP } from "../domain/seed.ts";
import type { Shop } from "../domain/state.ts";

const amount = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'a decimal string such as "12.50"');
const text = (max: number) => z.string().max(max);

const bodySchema = z.strictObject({
  customer: z.strictObject({ firstName: text(100), lastName: text(100), email: z.email(), phone: text(40).nullish() }),
  shippingAddress: z.strictObject({
    address1: text(255).min(1),
    address2: text(255).nullish(),
    city: text(100).min(1),
    province: text(100).nullish(),
    countryCode: z.string().regex(/^[A-Z]{2}$/),
    zip: text(40),
    latitude: z.number().min(-90).max(90).nullish(),
    longitude: z.number().min(-180).max(180).nullish(),
  }),
  fiscalData: z.strictObject({ idType: text(40).min(1), idNumber: text(40), legalName: text(300), email: z.email().optional() }).optional(),
  lines: z
    .array(
      z.strictObject({
        title: text(255).min(1),
        sku: text(100).optional(),
        quantity: z.number().int().min(1).max(100_000),
        price: amount,
        taxable: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(250),
  discount: z
    .union([
      z.strictObject({ amount }),
      z.strictObject({ percentage: z.string().regex(/^(100|\d{1,2}(\.\d{1,2})?)$/, 'a percentage such as "10"') }),
    ])
    .optional(),
  payment: z.enum(paymentChoices),
  taxesIncluded: z.boolean().optional(),
  shop: z.string().default(DEMO_SHOP),
  /** Which of the offered rates; without it the cheapest. */
  shippingCode: z.string().optional(),
  locale: z.enum(["es", "en"]).default("es"),
  note: text(5000).optional(),
});

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

/** The order as checkout would hold it, still without its shipping. */
export function draftOf(shop: Shop, body: OrderBody): Draft {
  const { customer, shippingAddress: address, fiscalData } = body;
  const person = { firstName: customer.firstName, lastName: customer.lastName, phone: customer.phone ?? null };
  return {
    customer: { ...person, email: customer.email },
    shippingAddress: {
      ...person,
      company: null,
      address1: address.address1,
      address2: address.address2 ?? null,
      city: address.city,
      province: address.province ?? null,
      zip: address.zip || null,
      countryCode: address.countryCode,
      latitude: address.latitude ?? null,
      longitude: address.longitude ?? null,
    },
    lines: body.lines.map((line) => ({
      title: line.title,
      sku: line.sku ?? null,
      quantity: line.quantity,
      unitPrice: parseCents(line.price),
      taxable: line.taxable,
      vendor: shop.name,
      grams: 500,
    })),
    discount: body.discount && "amount" in body.discount ? { amount: parseCents(body.discount.amount) } : (body.discount ?? null),
    shipping: null,
    payment: body.payment,
    taxesIncluded: body.taxesIncluded ?? shop.taxesIncluded,
    locale: body.locale,
    note: body.note ?? null,
    customAttributes: [],
    cartMetafields: fiscalData
      ? [
          {
            key: "fiscal_data",
            type: "json",
            value: JSON.stringify({ schemaVersion: 1, country: shop.address.countryCode, ...fiscalData }),
          },
        ]
      : [],
  };
}

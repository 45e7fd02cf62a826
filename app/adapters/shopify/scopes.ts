import { AccessDenied } from "./denied";

/**
 * What an order can be read without, by the field that Shopify refuses, with the scope that it asks for: an installation that is older than the
 * scope has not granted it. Each field is also a variable of the operations that name it.
 */
const SPARED = {
  customer: "read_customers",
  product: "read_products",
  paymentTerms: "read_payment_terms",
  fulfillmentOrders: "read_merchant_managed_fulfillment_orders",
  location: "read_locations",
} as const;
type Field = keyof typeof SPARED;
const FIELDS = Object.keys(SPARED) as Field[];

/** Reads again without what was refused, until nothing is refused. What can't be spared fails. `without`: variables; `scopes`: what was missing. */
export async function readWithout<T>(
  read: (without: Partial<Record<Field, false>>) => Promise<T>,
): Promise<{ answer: T; without: Partial<Record<Field, false>>; scopes: string[] }> {
  const without: Partial<Record<Field, false>> = {};
  for (;;) {
    try {
      const answer = await read(without);
      return { answer, without, scopes: FIELDS.filter((field) => field in without).map((field) => SPARED[field]) };
    } catch (error) {
      const spared =
        error instanceof AccessDenied ? error.fields.filter((field): field is Field => field in SPARED && !(field in without)) : [];
      if (spared.length === 0) throw error;
      for (const field of spared) without[field] = false;
    }
  }
}

import { sampleOrder, type OrderBody } from "../../scripts/story/sample-orders.ts";

const coffee = { title: "Café de altura 500 g", sku: "CAFE-500", quantity: 1, price: "20.00" };
const [QUITO, MADRID] = [
  { address1: "Av. Amazonas 1", city: "Quito", zip: "", countryCode: "EC" },
  { address1: "Gran Vía 1", city: "Madrid", zip: "28013", countryCode: "ES" },
];
const ANA = { idType: "cedula", idNumber: "1714307103", legalName: "Ana Pérez" };
const buyer = { firstName: "Ana", lastName: "Pérez", email: "ana@example.com" };
const aPlain = (change: Partial<OrderBody> = {}): OrderBody => ({
  customer: buyer,
  shippingAddress: QUITO,
  fiscalData: ANA,
  lines: [coffee],
  payment: "card",
  ...change,
});
const anonymous = { fiscalData: undefined };

type Kind = { order: OrderBody; code: string | null; then?: "cancel" | "refund" };

/** One order of each kind that a month brings, and what stands in its way. */
export const EVERY_KIND: Record<string, Kind> = {
  "final consumer": { order: aPlain(anonymous), code: null },
  "tip, duties, fees": { order: aPlain({ tip: "1.50", duties: "3.00", additionalFees: [{ name: "Funda", price: "0.10" }] }), code: null },
  "on terms": { order: aPlain({ payment: "transfer", paymentTerms: { dueInDays: 30 } }), code: "trigger_not_chosen" },
  "shown in euros": { order: aPlain({ presentment: { currency: "EUR", rate: "0.92" } }), code: null },
  "over the counter": { order: aPlain({ source: "pos", payment: "cash", shippingAddress: undefined }), code: null },
  downloads: { order: aPlain({ lines: [{ ...coffee, requiresShipping: false }] }), code: null },
  "paid by gift card": { order: aPlain({ giftCard: "5.00" }), code: null },
  "book without a category": {
    order: aPlain({ lines: [{ ...coffee, title: "Libro de cocina", taxable: false, productTags: [] }] }),
    code: null,
  },
  "nobody above the limit": { order: aPlain({ ...anonymous, lines: [{ ...coffee, quantity: 5 }] }), code: "fiscal_data_missing" },
  "a wrong number": { order: aPlain({ fiscalData: { ...ANA, idNumber: "1714307104" } }), code: "fiscal_data_invalid" },
  "the old rate": {
    order: aPlain({ lines: [{ ...coffee, title: "Té viejo", taxRate: "12", productTags: [] }] }),
    code: "tax_rate_expired",
  },
  "no rate of ours": { order: aPlain({ lines: [{ ...coffee, taxRate: "7" }] }), code: "tax_rate_unknown" },
  "category and charge differ": {
    order: aPlain({ lines: [{ ...coffee, taxable: false, taxCategory: "iva:15" }] }),
    code: "tax_category_differs",
  },
  "no category at all": {
    order: aPlain({ lines: [{ ...coffee, taxCategory: "licor" }] }),
    code: "tax_category_unreadable",
  },
  "goods and a gift card": { order: aPlain({ lines: [coffee, { ...coffee, giftCard: true, taxable: false }] }), code: null },
  "a gift card sold": {
    order: aPlain({ lines: [{ ...coffee, giftCard: true, taxable: false }] }),
    code: "gift_cards_only",
  },
  abroad: { order: aPlain({ shippingAddress: MADRID }), code: "export_not_supported" },
  "much cash": { order: aPlain({ payment: "cash_on_delivery", lines: [{ ...coffee, price: "900.00" }] }), code: "cash_above_limit" },
  cancelled: { order: aPlain(), code: "order_cancelled", then: "cancel" },
  "given back": { order: aPlain(), code: "order_refunded", then: "refund" },
};

/** The nth everyday order: payments, tax modes, discounts, hostile names as the samples have them. */
export const anEverydayOrder = (n: number): OrderBody => sampleOrder(n);

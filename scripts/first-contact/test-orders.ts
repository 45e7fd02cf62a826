import type { PaymentType } from "~/domain/order/order";
import type { Zone } from "~/ports/records";
import { parsePostalPattern } from "~/domain/zone/postal-pattern";

export const TAG = "bim-first-contact";

type Item = { title: string; sku: string; quantity: number; priceMinor: number; taxed?: boolean };
type Plan = {
  what: string;
  payment: Exclude<PaymentType, "other">;
  taxesIncluded: boolean;
  items: Item[];
  discount?: { percentage: number } | { minor: number };
  /** Who the invoice is for; nobody's number but the merchant's own goes out. */
  buyer: "issuer" | "passport" | "nobody";
  /** How checkout would have left the buyer's data. */
  by?: "metafield" | "attribute";
};

const RATE_BASIS_POINTS = 1500;
const HOSTILE = `Ñandú & Cía. <S.A.> "La 'Esquina'"`;
const COFFEE: Item = { title: "Café de altura 500 g", sku: "BIM-1", quantity: 1, priceMinor: 850 };
const CUP: Item = { title: `Taza <artesanal> & "plato" 'Ñ'`, sku: "BIM-2", quantity: 3, priceMinor: 999 };
const BOOK: Item = { title: "Libro de cocina", sku: "BIM-3", quantity: 1, priceMinor: 1200, taxed: false };

const PLANS: Plan[] = [
  { what: "paid by card, tax on top", payment: "card", taxesIncluded: false, items: [COFFEE], buyer: "issuer" },
  { what: "paid by card, tax included", payment: "card", taxesIncluded: true, items: [{ ...COFFEE, quantity: 3 }], buyer: "passport" },
  {
    what: "card authorised, to be captured by the photo",
    payment: "card_authorized",
    taxesIncluded: false,
    items: [COFFEE, BOOK],
    buyer: "passport",
  },
  {
    what: "cash on delivery, tax on top, hostile title",
    payment: "cash_on_delivery",
    taxesIncluded: false,
    items: [CUP],
    buyer: "passport",
  },
  {
    what: "cash on delivery, tax included, 10 % discount",
    payment: "cash_on_delivery",
    taxesIncluded: true,
    items: [CUP],
    discount: { percentage: 10 },
    buyer: "issuer",
  },
  { what: "bank transfer, pending", payment: "transfer", taxesIncluded: false, items: [COFFEE, CUP], buyer: "passport" },
  { what: "an untaxed line only", payment: "cash_on_delivery", taxesIncluded: false, items: [BOOK], buyer: "passport" },
  { what: "no fiscal data: final consumer", payment: "cash_on_delivery", taxesIncluded: false, items: [COFFEE], buyer: "nobody" },
  {
    what: "fixed discount of 3.33 over two lines",
    payment: "cash_on_delivery",
    taxesIncluded: false,
    items: [CUP, BOOK],
    discount: { minor: 333 },
    buyer: "passport",
  },
  {
    what: "fiscal data by cart attribute, authorised, tax included",
    payment: "card_authorized",
    taxesIncluded: true,
    items: [CUP, BOOK],
    buyer: "passport",
    by: "attribute",
  },
];

export type TestOrder = {
  what: string;
  payment: Plan["payment"];
  taxesIncluded: boolean;
  totalMinor: number;
  zone: string;
  input: Record<string, unknown>;
};
export type Merchant = { zones: Zone[]; issuerTaxId: string; mailTo: string; currency: string };

const decimal = (minor: number): string => (minor / 100).toFixed(2);
/** Half up on the whole amount, as Shopify rounds each tax line. */
const taxOf = (minor: number, included: boolean): number =>
  Math.round(included ? (minor * RATE_BASIS_POINTS) / (10_000 + RATE_BASIS_POINTS) : (minor * RATE_BASIS_POINTS) / 10_000);

/** The order's discount over its lines by their prices; what is left over goes to the lines with the largest remainder. */
function discounts({ items, discount }: Plan): number[] {
  if (!discount) return items.map(() => 0);
  const prices = items.map(({ quantity, priceMinor }) => quantity * priceMinor);
  const sum = prices.reduce((total, price) => total + price, 0);
  const whole = "minor" in discount ? discount.minor : Math.round((sum * discount.percentage) / 100);
  const shares = prices.map((price) => Math.floor((whole * price) / sum));
  const order = prices.map((price, index) => ({ index, rest: (whole * price) % sum })).sort((a, b) => b.rest - a.rest);
  for (const { index } of order.slice(0, whole - shares.reduce((total, share) => total + share, 0))) shares[index]! += 1;
  return shares;
}

function placeIn(zone: Zone): { city: string; zip?: string } {
  const { include } = zone.area;
  const place = include.find((part) => part.kind === "place");
  if (place) return { city: place.name };
  const pattern = parsePostalPattern(include.find((part) => part.kind === "postal")?.pattern ?? "");
  const zip = pattern?.kind === "prefix" ? pattern.prefix.padEnd(6, "0") : pattern?.kind === "range" ? pattern.from : pattern?.code;
  return { city: "Ecuador", ...(zip ? { zip } : {}) };
}

function fiscalDataOf({ buyer }: Plan, { issuerTaxId }: Merchant): string | null {
  if (buyer === "nobody") return null;
  const id = buyer === "issuer" ? { idType: "ruc", idNumber: issuerTaxId } : { idType: "passport", idNumber: "BIM000001" };
  return JSON.stringify({ schemaVersion: 1, country: "EC", ...id, legalName: HOSTILE });
}

const GATEWAYS: Record<Plan["payment"], string> = {
  card: "bim-test-card",
  card_authorized: "bim-test-card",
  transfer: "Bank Deposit",
  cash_on_delivery: "Cash on Delivery (COD)",
};

function orderOf(plan: Plan, merchant: Merchant, zone: Zone): TestOrder {
  const { currency, mailTo } = merchant;
  const money = (minor: number) => ({ shopMoney: { amount: decimal(minor), currencyCode: currency } });
  const taxes = (minor: number) => [{ title: "IVA", rate: "0.15", priceSet: money(taxOf(minor, plan.taxesIncluded)) }];
  const rateMinor = zone.services[0]?.rate.bands[0]?.baseMinor ?? 0;
  const shares = discounts(plan);
  const nets = plan.items.map(({ quantity, priceMinor }, index) => quantity * priceMinor - shares[index]!);
  const taxed = [...nets.filter((_net, index) => plan.items[index]!.taxed !== false), rateMinor];
  const tax = taxed.reduce((sum, net) => sum + taxOf(net, plan.taxesIncluded), 0);
  const totalMinor = nets.reduce((sum, net) => sum + net, rateMinor) + (plan.taxesIncluded ? 0 : tax);
  const address = { firstName: "Prueba", lastName: "Primer Contacto", address1: "Calle de prueba 1", countryCode: "EC", ...placeIn(zone) };
  const fiscalData = fiscalDataOf(plan, merchant);
  const isManual = plan.payment === "transfer" || plan.payment === "cash_on_delivery";
  const input = {
    ...{ test: true, currency, email: mailTo, taxesIncluded: plan.taxesIncluded, tags: [TAG], note: `BIMCommerce: ${plan.what}` },
    customer: { toUpsert: { email: mailTo, firstName: "Prueba", lastName: "Primer Contacto" } },
    ...{ shippingAddress: address, billingAddress: address },
    lineItems: plan.items.map(({ title, sku, quantity, priceMinor, taxed: isTaxed = true }, index) => ({
      ...{ title, sku, quantity, priceSet: money(priceMinor), requiresShipping: true, taxable: isTaxed },
      ...(isTaxed ? { taxLines: taxes(nets[index]!) } : {}),
    })),
    shippingLines: [{ title: "Entrega a domicilio", code: `zone-${zone.id}`, priceSet: money(rateMinor), taxLines: taxes(rateMinor) }],
    ...(plan.discount ? { discountCode: discountInput(plan.discount, money) } : {}),
    transactions: [
      {
        kind: plan.payment === "card_authorized" ? "AUTHORIZATION" : "SALE",
        status: isManual ? "PENDING" : "SUCCESS",
        gateway: GATEWAYS[plan.payment],
        test: true,
        amountSet: money(totalMinor),
      },
    ],
    ...(fiscalData && plan.by !== "attribute"
      ? { metafields: [{ namespace: "$app", key: "fiscal_data", type: "json", value: fiscalData }] }
      : {}),
    ...(fiscalData && plan.by === "attribute" ? { customAttributes: [{ key: "_fiscal_data", value: fiscalData }] } : {}),
  };
  return { what: plan.what, payment: plan.payment, taxesIncluded: plan.taxesIncluded, totalMinor, zone: zone.id, input };
}

const discountInput = (discount: NonNullable<Plan["discount"]>, money: (minor: number) => unknown) =>
  "minor" in discount
    ? { itemFixedDiscountCode: { code: "BIMFIJO", amountSet: money(discount.minor) } }
    : { itemPercentageDiscountCode: { code: "BIMPORC", percentage: discount.percentage } };

/** Ten orders, different in everything that has ever mattered, addressed into the merchant's own zones. */
export function testOrders(merchant: Merchant): TestOrder[] {
  const zones = merchant.zones.filter(({ active, courierIds }) => active && courierIds.length > 0);
  if (zones.length === 0) throw new RangeError("no active zone with a courier");
  return PLANS.map((plan, index) => orderOf(plan, merchant, zones[index % zones.length]!));
}

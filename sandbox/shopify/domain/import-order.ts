import { formatCents, parseCents, type Cents } from "./cents.ts";
import { Refusal, tell, type Core, type OrderTopic } from "./core.ts";
import type { PaymentChoice } from "./payment-start.ts";
import type { Draft } from "./draft.ts";
import { placeOrder } from "./place-order.ts";
import type { Address, Order } from "./order-state.ts";
import type { Shop } from "./state.ts";

type Money = { shopMoney: { amount: string } };
type TaxLine = { rate: string | number };
type Line = { title?: string | null; sku?: string | null; quantity: number; priceSet?: Money | null; taxLines?: TaxLine[] | null };
type Transaction = { kind?: string | null; status?: string | null; gateway?: string | null; amountSet: Money };
/** What of OrderCreateOrderInput the sandbox plays. */
export type ImportedOrder = {
  email?: string | null;
  note?: string | null;
  tags?: string[] | null;
  test?: boolean | null;
  currency?: string | null;
  taxesIncluded?: boolean | null;
  customer?: { toUpsert?: { email?: string | null; firstName?: string | null; lastName?: string | null } | null } | null;
  shippingAddress?: Partial<Address> | null;
  billingAddress?: Partial<Address> | null;
  customAttributes?: { key: string; value: string }[] | null;
  lineItems?: Line[] | null;
  shippingLines?: { title: string; code?: string | null; priceSet: Money; taxLines?: TaxLine[] | null }[] | null;
  discountCode?: { itemPercentageDiscountCode?: { percentage: number } | null; itemFixedDiscountCode?: { amountSet: Money } | null } | null;
  financialStatus?: string | null;
  transactions?: Transaction[] | null;
  metafields?: { namespace?: string | null; key: string; type?: string | null; value: string }[] | null;
};
const PLAYED = new Set(
  "email note tags test currency taxesIncluded customer shippingAddress billingAddress customAttributes lineItems shippingLines discountCode financialStatus transactions metafields".split(
    " ",
  ),
);

const cents = (money: Money | null | undefined): Cents => (money ? parseCents(String(money.shopMoney.amount)) : 0);

/** An order made by an app (`orderCreate`) instead of a checkout. The rates of its tax lines decide; Shopify, too, computes no tax of its own here. */
export function importOrder(core: Core, shop: Shop, input: ImportedOrder): Order {
  // GraphQL fills in what has a default, as null.
  const unknown = Object.entries(input).find(([name, value]) => value !== null && !PLAYED.has(name))?.[0];
  if (unknown) throw new Refusal(`The sandbox doesn't play OrderCreateOrderInput.${unknown}`, ["order", unknown]);
  if (!input.lineItems?.length) throw new Refusal("Line items can't be blank", ["order", "lineItems"], "INVALID");
  // Everything is in place before the app hears of it.
  const topics: OrderTopic[] = [];
  const quiet: Core = { ...core, emit: (_shop, _order, ...some) => (topics.push(...some), []) };
  const { order } = placeOrder(quiet, shop, draftOf(shop, input));
  input.lineItems.forEach((line, index) => Object.assign(order.lines[index]!, { taxRateBasisPoints: rateOf(line.taxLines) }));
  const [shipping] = order.shippingLines;
  if (shipping) shipping.taxRateBasisPoints = rateOf(input.shippingLines?.[0]?.taxLines);
  Object.assign(order, { tags: input.tags ?? [], customAttributes: input.customAttributes ?? [], ...paymentOf(order, input) });
  const { createdAt, updatedAt } = order;
  for (const { namespace, key, type, value } of input.metafields ?? [])
    order.metafields.push({
      id: core.world.newId(),
      namespace: namespace ?? "$app",
      key,
      type: type ?? "json",
      value,
      createdAt,
      updatedAt,
    });
  tell(core, shop, order, "Order created by an app", ...topics);
  return order;
}

function draftOf(shop: Shop, input: ImportedOrder): Draft {
  const person = input.customer?.toUpsert;
  const discount = input.discountCode;
  const [shipping] = input.shippingLines ?? [];
  return {
    customer: {
      firstName: person?.firstName ?? null,
      lastName: person?.lastName ?? null,
      email: input.email ?? person?.email ?? null,
      phone: null,
    },
    shippingAddress: { ...NOWHERE, ...input.shippingAddress },
    lines: input.lineItems!.map((line) => ({
      title: line.title ?? "",
      sku: line.sku ?? null,
      quantity: line.quantity,
      unitPrice: cents(line.priceSet),
      taxable: rateOf(line.taxLines) > 0,
      vendor: shop.name,
      grams: 500,
    })),
    discount: discount?.itemPercentageDiscountCode
      ? { percentage: formatCents(Math.round(discount.itemPercentageDiscountCode.percentage * 100)) }
      : discount?.itemFixedDiscountCode
        ? { amount: cents(discount.itemFixedDiscountCode.amountSet) }
        : null,
    shipping: shipping
      ? { title: shipping.title, code: shipping.code ?? shipping.title, price: cents(shipping.priceSet), source: "app" }
      : null,
    payment: choiceOf(input.transactions?.[0]),
    taxesIncluded: input.taxesIncluded ?? false,
    locale: shop.primaryLocale === "en" ? "en" : "es",
    note: input.note ?? null,
    customAttributes: [],
    cartMetafields: [],
  };
}

const NOWHERE: Address = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  province: null,
  zip: null,
  countryCode: "EC",
  phone: null,
  latitude: null,
  longitude: null,
};

const rateOf = (taxLines: TaxLine[] | null | undefined): number =>
  (taxLines ?? []).reduce((sum, { rate }) => sum + Math.round(Number(rate) * 10_000), 0);

function choiceOf(transaction: Transaction | undefined): PaymentChoice {
  if (!transaction || transaction.status === "PENDING")
    return /cash|cod|efectivo/i.test(transaction?.gateway ?? "") ? "cash_on_delivery" : "transfer";
  return transaction.kind === "AUTHORIZATION" ? "card_authorized" : "card";
}

/** The app names gateway and amount; without transactions there is no gateway at all. */
function paymentOf(order: Order, { transactions }: ImportedOrder): Partial<Order> {
  if (!transactions?.length) return { transactions: [], gateways: [] };
  const [wanted] = transactions;
  const gateway = wanted?.gateway ?? "manual";
  return { gateways: [gateway], transactions: order.transactions.map((one) => ({ ...one, gateway, amount: cents(wanted?.amountSet) })) };
}

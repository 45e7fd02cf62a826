import { formatCents, type Cents } from "../../domain/cents.ts";
import { presented, type Currencies } from "../../domain/presentment.ts";

/** Shopify's MoneyV2 writes "12.5", not "12.50": trailing zeros but one are cut. */
const amountOf = (cents: Cents): string => formatCents(cents).replace(/0$/, "");

export const moneyNode = (cents: Cents, currencyCode: string) => ({ amount: amountOf(cents), currencyCode });

/** A MoneyBag: the shop's amount, and what the shopper saw of it. */
export const bag = (cents: Cents, order: Currencies) => {
  const shown = presented(cents, order);
  return { shopMoney: moneyNode(cents, order.currency), presentmentMoney: moneyNode(shown.cents, shown.currency) };
};

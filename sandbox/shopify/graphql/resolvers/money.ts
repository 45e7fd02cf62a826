import { formatCents, type Cents } from "../../domain/cents.ts";

/** Shopify's MoneyV2 writes "12.5", not "12.50": trailing zeros but one are cut. */
const amountOf = (cents: Cents): string => formatCents(cents).replace(/0$/, "");

export const moneyNode = (cents: Cents, currencyCode: string) => ({ amount: amountOf(cents), currencyCode });

/** A MoneyBag; the shop sells in its own currency only. */
export const bag = (cents: Cents, currencyCode: string) => ({
  shopMoney: moneyNode(cents, currencyCode),
  presentmentMoney: moneyNode(cents, currencyCode),
});

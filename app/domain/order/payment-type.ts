import type { PaymentType } from "./order";

export type PaymentTrace = {
  financialStatus: string;
  gateways: string[];
  transactions: { kind: string; status: string; manual: boolean }[];
};

const CASH = /cash|efectivo|contra\s?entrega|\bcod\b/i;
const TRANSFER = /transfer|deposit|dep[oó]sito|bank|banco/i;

/**
 * How the buyer pays, read from the order (never asked: App Store 5.6.9). Manual gateways are known by the merchant's name for them;
 * a card is "authorized" when the gateway only reserved the money and somebody must capture it.
 */
export function paymentTypeOf({ financialStatus, gateways, transactions }: PaymentTrace): PaymentType {
  const names = gateways.join(" ");
  if (transactions.some((t) => t.manual) || (transactions.length === 0 && gateways.length > 0)) return manualType(names);
  const authorised = transactions.some((t) => t.kind === "AUTHORIZATION" && t.status === "SUCCESS");
  const sold = transactions.some((t) => t.kind === "SALE" && t.status === "SUCCESS");
  if (authorised && !sold) return "card_authorized";
  if (sold || financialStatus === "PAID") return "card";
  return manualType(names);
}

function manualType(names: string): PaymentType {
  if (CASH.test(names)) return "cash_on_delivery";
  return TRANSFER.test(names) ? "transfer" : "other";
}

import type { PaymentType } from "./order";

export type PaymentTrace = {
  financialStatus: string;
  gateways: string[];
  transactions: { kind: string; status: string; manual: boolean }[];
};

/** Paid at the door, however: it outranks all else a name may say ("Contra entrega: efectivo o transferencia"). */
const AT_THE_DOOR = /contra[\s-]*(entrega|reembolso)|(al|a la|en la|on) (recibir|recepci[oó]n|entrega|delivery)|\bcod\b/i;
/** A deposit is a transfer, even one made with banknotes ("Depósito en efectivo"). */
const TRANSFER = /transfer|deposit|dep[oó]sito|bank|banco/i;
const CASH = /\bcash\b|\befectivo\b/i;

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
  if (AT_THE_DOOR.test(names)) return "cash_on_delivery";
  if (TRANSFER.test(names)) return "transfer";
  return CASH.test(names) ? "cash_on_delivery" : "other";
}

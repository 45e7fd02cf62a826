import { paymentsOf } from "~/domain/document/payments";
import { add } from "~/domain/document/line-amounts";
import type { Payment } from "~/domain/document/document";
import type { PaymentType } from "~/domain/order/order";
import { formatMinor } from "~/domain/money/money";
import type { PaymentFacts, Problem } from "../pack";

/** formaPago, SRI's table 24: 01 without the financial system (cash), 19 credit card, 20 others with the financial system. */
const CODES: Record<PaymentType, string> = { card: "19", card_authorized: "19", transfer: "20", cash_on_delivery: "01", other: "20" };

/**
 * A gift card is what the shop owes its holder; paying with it sets that off. 18, the prepaid card, is one that a bank issued (table 24).
 */
const SETTING_OFF = "15";

export const paymentCode = (type: PaymentType): string => CODES[type];

/** How a document is paid, by SRI's codes: what the gateways took, and for the rest the order's own type of payment. */
export const payments = ({ totalMinor, type, transactions, codes = {}, termDays = null }: PaymentFacts): Payment[] =>
  paymentsOf({
    totalMinor,
    transactions,
    termDays,
    codeOf: (gateway) => (Object.hasOwn(codes, gateway) ? codes[gateway] : undefined) ?? (gateway === "gift_card" ? SETTING_OFF : null),
    otherwise: paymentCode(type),
  });

/** `payments_differ` { payments, total } where payments don't add up to the total: SRI recomputes it (error 52). */
export function paymentsProblem(given: readonly Payment[], totalMinor: number): Problem | null {
  const sum = add(given.map((payment) => payment.amountMinor));
  if (given.length > 0 && sum === totalMinor) return null;
  return { code: "payments_differ", params: { payments: formatMinor(sum, "USD"), total: formatMinor(totalMinor, "USD") } };
}

/** How the print names a code. */
export const PAYMENT_NAMES: Readonly<Record<string, string>> = {
  "01": "SIN UTILIZACIÓN DEL SISTEMA FINANCIERO",
  "15": "COMPENSACIÓN DE DEUDAS",
  "16": "TARJETA DE DÉBITO",
  "17": "DINERO ELECTRÓNICO",
  "18": "TARJETA PREPAGO",
  "19": "TARJETA DE CRÉDITO",
  "20": "OTROS CON UTILIZACIÓN DEL SISTEMA FINANCIERO",
  "21": "ENDOSO DE TÍTULOS",
};

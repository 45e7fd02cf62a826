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
const GIFT_CARD = "gift_card";

export const CASH_LIMIT = { minor: 50_000, source: "Bancarización, LRTI art. 103" };

export const paymentCode = (type: PaymentType): string => CODES[type];

/**
 * How a document is paid, by SRI's codes: what the gateways took; the rest by the gateway that has taken nothing yet (cash at the door, a
 * transfer to come), else by the order's own type of payment.
 */
export function payments({ totalMinor, type, transactions, gateways = [], codes = {}, termDays = null }: PaymentFacts): Payment[] {
  const chosen = (gateway: string): string | null => (Object.hasOwn(codes, gateway) ? (codes[gateway] ?? null) : null);
  const own = gateways.filter((gateway) => gateway !== GIFT_CARD);
  const open = own.filter((name) => !transactions.some(({ gateway, status }) => gateway === name && status === "SUCCESS"));
  return paymentsOf({
    totalMinor,
    transactions,
    termDays,
    codeOf: (gateway) => chosen(gateway) ?? (gateway === GIFT_CARD ? SETTING_OFF : paymentCode(type)),
    otherwise: (open.length > 0 ? open : own).map(chosen).find((code) => code !== null) ?? paymentCode(type),
  });
}

/**
 * Cash may pay up to USD 500 of an operation; what is above goes through the financial system (bancarización, LRTI art. 103 as reformed).
 * `cash_above_limit` { amount, limit }.
 */
export function cashProblem(given: readonly Payment[]): Problem | null {
  const cash = add(given.filter(({ code }) => code === CODES.cash_on_delivery).map((payment) => payment.amountMinor));
  if (cash <= CASH_LIMIT.minor) return null;
  return { code: "cash_above_limit", params: { amount: formatMinor(cash, "USD"), limit: formatMinor(CASH_LIMIT.minor, "USD") } };
}

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

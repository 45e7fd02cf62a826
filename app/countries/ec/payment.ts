import type { PaymentType } from "~/domain/order/order";

/** formaPago, SRI's table 24: 01 without the financial system (cash), 19 credit card, 20 others with the financial system. */
const CODES: Record<PaymentType, string> = { card: "19", card_authorized: "19", transfer: "20", cash_on_delivery: "01", other: "20" };

export const paymentCode = (type: PaymentType): string => CODES[type];

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

import type { Language } from "./language.ts";

const statuses: Record<Language, Record<string, string>> = {
  es: {
    PAID: "Pagado",
    PENDING: "Pago pendiente",
    AUTHORIZED: "Autorizado",
    EXPIRED: "Autorización vencida",
    PARTIALLY_PAID: "Pagado en parte",
    PARTIALLY_REFUNDED: "Reembolsado en parte",
    REFUNDED: "Reembolsado",
    VOIDED: "Anulado",
    UNFULFILLED: "No preparado",
    PARTIALLY_FULFILLED: "Preparado en parte",
    FULFILLED: "Preparado",
    OUT_FOR_DELIVERY: "En reparto",
    DELIVERED: "Entregado",
    ATTEMPTED_DELIVERY: "Intento de entrega",
    CANCELED: "Cancelado",
    SALE: "Cobro",
    AUTHORIZATION: "Autorización",
    CAPTURE: "Captura",
    VOID: "Anulación",
    REFUND: "Reembolso",
    SUCCESS: "Correcto",
    FAILURE: "Fallido",
    IN_TRANSIT: "En camino",
    CONFIRMED: "Confirmado",
  },
  en: {},
};

/** A status as people read it; what has no words is shown plainly. */
export function statusWord(status: string, language: Language): string {
  const plain = status.toLowerCase().replace(/_/g, " ");
  return statuses[language][status] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

export function statusTone(status: string): "good" | "wait" | "bad" | "info" | "" {
  if (["PAID", "DELIVERED", "SUCCESS"].includes(status)) return "good";
  if (["PENDING", "UNFULFILLED", "PARTIALLY_PAID", "PARTIALLY_FULFILLED", "PARTIALLY_REFUNDED"].includes(status)) return "wait";
  if (["EXPIRED", "FAILURE", "ATTEMPTED_DELIVERY"].includes(status)) return "bad";
  return ["AUTHORIZED", "OUT_FOR_DELIVERY", "IN_TRANSIT", "FULFILLED"].includes(status) ? "info" : "";
}

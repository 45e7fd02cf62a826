import type { PaymentType } from "~/domain/order/order";

export const TRIGGERS = ["on_delivery", "on_dispatch", "on_payment", "by_hand"] as const;
/** The moment that issues the invoice. */
export type Trigger = (typeof TRIGGERS)[number];
export type InvoiceTriggers = Partial<Record<PaymentType, Trigger>>;

/** Delivery and payment coincide for these, so the default is safe. Prepaid types have none: the merchant chooses (LRTI art. 61). */
const DEFAULTS: InvoiceTriggers = { cash_on_delivery: "on_delivery", card_authorized: "on_delivery" };

/** The merchant's rule for a payment type; null when a choice is still missing. */
export const triggerFor = (chosen: InvoiceTriggers, type: PaymentType): Trigger | null => chosen[type] ?? DEFAULTS[type] ?? null;

/** Whether a moment issues the invoice under a rule. Delivery does under every rule but "by hand": the tax falls due at delivery or payment, whichever is first (LRTI art. 61). */
export const isDue = (rule: Trigger, moment: Trigger): boolean => rule === moment || (moment === "on_delivery" && rule !== "by_hand");

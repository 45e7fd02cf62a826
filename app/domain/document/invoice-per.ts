export const INVOICE_PER = ["order", "delivery"] as const;
/** Whether an order of several deliveries has one invoice, at its first, or each its own. */
export type InvoicePer = (typeof INVOICE_PER)[number];

type Facts = {
  orderId: string;
  /** Whose moment it is; null: the payment's. */
  deliveryId: string | null;
  /** What the order's invoices are issued for. */
  known: readonly string[];
  /** The order holds more than its invoices, all of which are numbered. */
  isBeyond: boolean;
  rule: InvoicePer;
  /** All was paid before anything was handed over. */
  isPrepaid: boolean;
  /** How many of its deliveries were not cancelled. */
  deliveries: number;
};

/**
 * What this moment's invoice is issued for: the order, or the delivery. Once begun it goes on as it began, whatever the setting says by then;
 * a prepaid order always has one. What was added since is invoiced with the next delivery. Null: each delivery has its own, and this moment
 * is none's.
 */
export function invoiceSubject({ orderId, deliveryId, known, isBeyond, rule, isPrepaid, deliveries }: Facts): string | null {
  if (known.includes(orderId)) return isBeyond ? deliveryId : orderId;
  if (known.length > 0) return deliveryId;
  return deliveryId !== null && rule === "delivery" && !isPrepaid && deliveries > 1 ? deliveryId : orderId;
}

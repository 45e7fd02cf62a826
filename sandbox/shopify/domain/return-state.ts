import type { Cents } from "./cents.ts";
import type { EditStep } from "./edit-state.ts";

export interface Refund {
  id: number;
  createdAt: string;
  note: string | null;
  lines: { id: number; lineId: number; quantity: number; restock: RestockType; subtotal: Cents; tax: Cents }[];
  shipping: { id: number; shippingLineId: number; subtotal: Cents; tax: Cents }[];
  duties: Cents;
  /** Money given back beyond what lines, shipping and duties were worth; negative when it was less. */
  adjustment: { id: number; amount: Cents } | null;
  /** None when nothing was paid back: units taken off by an edit, an unpaid order cancelled. */
  transactionIds: number[];
  /** Of the app's own: its idempotency key. */
  key?: string;
}

export const restockTypes = ["no_restock", "cancel", "return"] as const;

export type RestockType = (typeof restockTypes)[number];

export const returnStatuses = ["requested", "open", "declined", "canceled", "closed"] as const;

export interface Return {
  id: number;
  name: string;
  status: (typeof returnStatuses)[number];
  createdAt: string;
  closedAt: string | null;
  /** Each of one shipment's line. */
  lines: { id: number; lineId: number; fulfillmentLineId: number; quantity: number }[];
  /** What the buyer gets instead; on the order (`lineId`) once the return is processed. */
  exchanges: { id: number; lineId: number | null; quantity: number; line: Omit<Extract<EditStep, { kind: "add_line" }>, "id"> }[];
  /** The work of taking the goods back; none while the return is only asked for. */
  reverseOrder: ReverseOrder | null;
}

export const dispositionTypes = ["MISSING", "NOT_RESTOCKED", "PROCESSING_REQUIRED", "RESTOCKED"] as const;

export type DispositionType = (typeof dispositionTypes)[number];

export interface Disposition {
  id: number;
  type: DispositionType;
  quantity: number;
  locationId: number | null;
  createdAt: string;
}

export interface ReverseOrder {
  id: number;
  status: "OPEN" | "CLOSED" | "CANCELED";
  lines: { id: number; fulfillmentLineId: number; quantity: number; dispositions: Disposition[] }[];
  deliveries: ReverseDelivery[];
}

export interface ReverseDelivery {
  id: number;
  tracking: { number: string | null; url: string | null } | null;
  lines: { id: number; reverseLineId: number; quantity: number }[];
}

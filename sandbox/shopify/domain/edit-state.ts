import type { Cents } from "./cents.ts";

/** What an order edit stages before it is committed. */
export type EditStep =
  | { kind: "quantity"; lineId: number; quantity: number; restock: boolean }
  | {
      kind: "add_line";
      id: number;
      title: string;
      sku: string | null;
      quantity: number;
      price: Cents;
      taxRateBasisPoints: number;
      requiresShipping: boolean;
    }
  | { kind: "add_shipping"; id: number; title: string; price: Cents }
  | { kind: "remove_shipping"; shippingLineId: number };

export interface EditSession {
  id: number;
  steps: EditStep[];
}

/** The last committed edit, as `orders/edited` tells of it. */
export interface CommittedEdit {
  id: number;
  at: string;
  added: { id: number; delta: number }[];
  removed: { id: number; delta: number }[];
  addedShipping: number[];
  removedShipping: number[];
}

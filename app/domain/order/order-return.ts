import type { Units } from "./fulfillment";

/** A return of an order's goods, as Shopify has it; of one that is not open no more is known than that. */
export type OrderReturn = {
  gid: string;
  status: "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";
  createdAt: string;
  /** Units of the order's lines that come back. */
  lines: Units[];
  /** Lines of the order that its buyer gets instead. */
  exchangeLineIds: string[];
  /** By which numbers its goods are on their way back, where somebody has said how. */
  trackingNumbers: string[];
};

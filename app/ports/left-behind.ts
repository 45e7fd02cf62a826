import type { DocumentRecord } from "./document-records";

/** What should be under way and may have lost its job: the sweep looks for it, the oldest first. */
export interface LeftBehindStore {
  /** Invoices that wait although nothing is asked of a person. */
  invoicesWithoutAsking(limit: number): Promise<DocumentRecord[]>;
  /** Ids of authorised documents whose mail, the first or one asked for, is still to be sent. */
  unmailedDocuments(limit: number): Promise<string[]>;
  /** Ids of authorised invoices and credit notes that their order doesn't know of. */
  unwrittenDocuments(limit: number): Promise<string[]>;
  /** Ids of orders with a proven delivery whose card is still only reserved, as far as we know. */
  uncapturedOrders(limit: number): Promise<string[]>;
  /** Ids of delivered ones that have been held as long as they may be. */
  deliveriesHeldTooLong(now: Date, limit: number): Promise<string[]>;
  /** Couriers of whose reports, here since then, something is not worked out. */
  couriersWithReportsLeft(receivedBefore: Date): Promise<string[]>;
  deliveriesRefusedByShopify(limit: number): Promise<string[]>;
  /** Ids of orders that are still owed in cash, as far as we know, though something was collected for them, and that no person was told of. */
  unmarkedOrders(limit: number): Promise<string[]>;
}

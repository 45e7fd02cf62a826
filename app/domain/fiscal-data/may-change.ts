import type { DocumentState } from "~/domain/document/document";

/** An invoice with a number says who its buyer is. Rejected or voided, it is made anew, and its buyer may be put right first. */
const OPEN: readonly DocumentState[] = ["waiting_for_data", "rejected", "voided"];

/** Whether an order's fiscal data may still be changed, by the state of its invoice; null: it has none. */
export const mayChangeFiscalData = (invoice: DocumentState | null): boolean => invoice === null || OPEN.includes(invoice);

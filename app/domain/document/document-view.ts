/** The document list's filters, as they stand in its address. */
export const DOCUMENT_VIEWS = ["all", "attention", "open", "authorised", "closed"] as const;
export type DocumentView = (typeof DOCUMENT_VIEWS)[number];

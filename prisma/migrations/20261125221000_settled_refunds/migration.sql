-- Refunds that an invoice already takes into account: it was made from the order as they had left it, so no credit note follows from them.
ALTER TABLE "FiscalDocument" ADD COLUMN "settledRefunds" TEXT[] NOT NULL DEFAULT '{}';

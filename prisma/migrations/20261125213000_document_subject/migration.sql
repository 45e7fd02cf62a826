-- An order has one invoice, but any number of credit notes, and a dispatch guide belongs to a run: what a document was issued for becomes
-- the key of "issued exactly once".
ALTER TABLE "FiscalDocument" ALTER COLUMN "orderId" DROP NOT NULL;
ALTER TABLE "FiscalDocument" ADD COLUMN "subject" TEXT;
UPDATE "FiscalDocument" SET "subject" = "orderId"::text;
ALTER TABLE "FiscalDocument" ALTER COLUMN "subject" SET NOT NULL;
ALTER TABLE "FiscalDocument" ADD COLUMN "originalId" UUID;
DROP INDEX "FiscalDocument_shopId_orderId_kind_key";
CREATE UNIQUE INDEX "FiscalDocument_shopId_kind_subject_key" ON "FiscalDocument"("shopId", "kind", "subject");
CREATE INDEX "FiscalDocument_shopId_orderId_idx" ON "FiscalDocument"("shopId", "orderId");
CREATE INDEX "FiscalDocument_shopId_originalId_idx" ON "FiscalDocument"("shopId", "originalId");
ALTER TABLE "FiscalDocument" ADD CONSTRAINT "FiscalDocument_shopId_originalId_fkey" FOREIGN KEY ("shopId", "originalId") REFERENCES "FiscalDocument"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

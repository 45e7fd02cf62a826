-- A shop may number in several places; of each document type one series is what is used unless somebody says otherwise.
ALTER TABLE "Series" ADD COLUMN "isDefault" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Series" SET "isDefault" = true WHERE ("shopId", "id") IN (
  SELECT DISTINCT ON ("shopId", "issuerId", "documentType", "environment") "shopId", "id" FROM "Series"
  ORDER BY "shopId", "issuerId", "documentType", "environment", "id");
CREATE UNIQUE INDEX "Series_one_default" ON "Series"("shopId", "issuerId", "documentType", "environment") WHERE "isDefault";

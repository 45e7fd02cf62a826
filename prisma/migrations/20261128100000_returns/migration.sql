-- Shopify's return whose goods a delivery fetches from the buyer; null: it brings goods out. One for each return.
ALTER TABLE "Delivery" ADD COLUMN "returnGid" TEXT;
CREATE UNIQUE INDEX "Delivery_shopId_returnGid_key" ON "Delivery"("shopId", "returnGid");

-- What a courier wrote about a failed attempt is about a person: it stands with the attempt, where it can be taken out, not in an event.
ALTER TABLE "DeliveryAttempt" ADD COLUMN "note" TEXT;
-- Since when the buyer is taken out of an order: what is read from Shopify afterwards doesn't bring them back.
ALTER TABLE "Order" ADD COLUMN "redactedAt" TIMESTAMPTZ(3);
CREATE INDEX "Order_shopId_redactedAt_idx" ON "Order"("shopId", "redactedAt");

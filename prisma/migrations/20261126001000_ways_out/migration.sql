-- A delivery is one way out of an order: what leaves one place by one method. An order may have several; those known until now are couriers'.
ALTER TABLE "Delivery" ADD COLUMN "method" TEXT NOT NULL DEFAULT 'courier';
ALTER TABLE "Delivery" ADD COLUMN "locationGid" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "fulfillmentOrderGids" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "Delivery" ADD COLUMN "lines" JSONB NOT NULL DEFAULT '[]';
DROP INDEX "Delivery_shopId_orderId_key";
CREATE INDEX "Delivery_shopId_orderId_idx" ON "Delivery"("shopId", "orderId");

-- Handed over at the counter, no courier reports it.
ALTER TABLE "DeliveryAttempt" ALTER COLUMN "courierId" DROP NOT NULL;

-- When a sold gift card is invoiced: when it is redeemed, unless the accountant says otherwise.
ALTER TABLE "Shop" ADD COLUMN "giftCards" TEXT NOT NULL DEFAULT 'on_redemption';

-- What capture and invoice of a delivered order still wait for, and until when at the longest. The wait for a photo runs from when we learnt of the
-- delivery: one that was confirmed in a basement yesterday still has its photo on the way.
ALTER TABLE "Delivery" ADD COLUMN "heldFor" TEXT, ADD COLUMN "heldUntil" TIMESTAMPTZ(3), ADD COLUMN "doubt" JSONB;

UPDATE "Delivery" d SET "heldFor" = 'photo', "heldUntil" = INTERVAL '12 hours' + COALESCE(
    (SELECT max(a."receivedAt") FROM "DeliveryAttempt" a
     WHERE a."shopId" = d."shopId" AND a."deliveryId" = d."id" AND a."outcome" = 'delivered' AND a."stands"), d."deliveredAt")
WHERE d."state" = 'delivered' AND d."provenAt" IS NULL;
-- Nothing of it was ever released: it waits for a person, and now says so.
UPDATE "Delivery" SET "heldFor" = 'person', "provenAt" = NULL
WHERE "state" = 'delivered' AND "attention"->>'code' = 'delivered_after_cancel';

DROP INDEX "Delivery_awaiting_photo_idx";
-- What is held and ends by itself: few, whatever the shop's size.
CREATE INDEX "Delivery_held_idx" ON "Delivery"("shopId", "heldUntil") WHERE "heldUntil" IS NOT NULL;
-- Where a courier was before.
CREATE INDEX "DeliveryAttempt_shopId_courierId_happenedAt_idx" ON "DeliveryAttempt"("shopId", "courierId", "happenedAt");

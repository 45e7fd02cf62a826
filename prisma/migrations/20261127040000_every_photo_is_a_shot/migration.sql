-- Every photo is a shot, also one that came by a form without a script. The bytes that the phone had were not hashed before:
-- what is known is the hash of the file, which was written anew here. Its id is its report's, so that links to it go on working.
INSERT INTO "Shot" ("shopId", "id", "courierId", "deliveryId", "attemptId", "ordinal", "sha256", "bytes", "takenAt",
    "receivedBytes", "receivedAt", "key", "storedSha256", "width", "height")
SELECT "shopId", "id", "courierId", "deliveryId", "id", 1, "photoSha256", 0, "happenedAt",
    0, "receivedAt", "photoKey", "photoSha256", "photoWidth", "photoHeight"
FROM "DeliveryAttempt" WHERE "photoSha256" IS NOT NULL;

ALTER TABLE "DeliveryAttempt" DROP COLUMN "photoKey", DROP COLUMN "photoSha256", DROP COLUMN "photoWidth", DROP COLUMN "photoHeight";

CREATE INDEX "Shot_shopId_deliveryId_idx" ON "Shot"("shopId", "deliveryId");
-- Who used the same picture before.
CREATE INDEX "Shot_shopId_sha256_idx" ON "Shot"("shopId", "sha256");
-- What was delivered and still waits for its photo: few, whatever the shop's size.
CREATE INDEX "Delivery_awaiting_photo_idx" ON "Delivery"("shopId", "deliveredAt") WHERE "state" = 'delivered' AND "provenAt" IS NULL;

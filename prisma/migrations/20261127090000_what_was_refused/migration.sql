-- What of a delivery its recipient did not take: [{ lineId, quantity, carried, reason }], and whether it is still with the courier.
ALTER TABLE "Delivery" ADD COLUMN "refused" JSONB NOT NULL DEFAULT '[]', ADD COLUMN "owesRest" BOOLEAN NOT NULL DEFAULT false;

-- What a courier still has to bring back: few, whatever the shop's size.
CREATE INDEX "Delivery_owes_rest_idx" ON "Delivery"("shopId", "courierId") WHERE "owesRest";

-- Whose a delivery ever was: what a phone tells of one that was given to somebody else meanwhile is still theirs to tell (docs/decisions/0021).
CREATE TABLE "DeliveryHolder" (
    "shopId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeliveryHolder_pkey" PRIMARY KEY ("shopId", "deliveryId", "courierId"),
    CONSTRAINT "DeliveryHolder_shopId_deliveryId_fkey" FOREIGN KEY ("shopId", "deliveryId") REFERENCES "Delivery"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "DeliveryHolder_shopId_courierId_since_idx" ON "DeliveryHolder"("shopId", "courierId", "since");

INSERT INTO "DeliveryHolder" ("shopId", "deliveryId", "courierId", "since")
  SELECT "shopId", "id", "courierId", COALESCE("assignedAt", now()) FROM "Delivery" WHERE "courierId" IS NOT NULL;
-- Who tried before it was given on had it too.
INSERT INTO "DeliveryHolder" ("shopId", "deliveryId", "courierId", "since")
  SELECT "shopId", "deliveryId", "courierId", min("happenedAt") FROM "DeliveryAttempt" WHERE "courierId" IS NOT NULL
  GROUP BY "shopId", "deliveryId", "courierId"
  ON CONFLICT DO NOTHING;

-- Whoever gives a delivery to a courier, and by whatever statement: the first time is kept.
CREATE FUNCTION keep_delivery_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DeliveryHolder" ("shopId", "deliveryId", "courierId", "since")
    VALUES (NEW."shopId", NEW."id", NEW."courierId", COALESCE(NEW."assignedAt", now()))
    ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE TRIGGER delivery_holder_is_kept AFTER INSERT OR UPDATE OF "courierId" ON "Delivery"
  FOR EACH ROW WHEN (NEW."courierId" IS NOT NULL) EXECUTE FUNCTION keep_delivery_holder();

-- Kept beside what stands: a second report of what was delivered before, an attempt at what was given on meanwhile.
ALTER TABLE "DeliveryAttempt" ADD COLUMN "stands" BOOLEAN NOT NULL DEFAULT true;

CREATE INDEX "PhoneEvent_shopId_courierId_phoneId_counter_idx" ON "PhoneEvent"("shopId", "courierId", "phoneId", "counter");

-- Couriers' accounts: what they earn, collect, hand over and are paid (docs/decisions/0022).
ALTER TABLE "DeliveryAttempt" ADD COLUMN "collected" JSONB;
-- What a phone tells may be about money instead of a delivery.
ALTER TABLE "PhoneEvent" ALTER COLUMN "deliveryId" DROP NOT NULL;

CREATE TABLE "CourierEntry" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "deliveryId" UUID,
    "how" TEXT,
    "basis" JSONB,
    "reason" TEXT,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "CourierEntry_pkey" PRIMARY KEY ("shopId", "id"),
    CONSTRAINT "CourierEntry_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CourierEntry_shopId_deliveryId_fkey" FOREIGN KEY ("shopId", "deliveryId") REFERENCES "Delivery"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "CourierEntry_shopId_courierId_key_key" ON "CourierEntry"("shopId", "courierId", "key");
CREATE INDEX "CourierEntry_shopId_courierId_happenedAt_idx" ON "CourierEntry"("shopId", "courierId", "happenedAt");
CREATE INDEX "CourierEntry_shopId_deliveryId_idx" ON "CourierEntry"("shopId", "deliveryId");

CREATE TABLE "CashHandOver" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "courierMinor" BIGINT,
    "shopMinor" BIGINT,
    "saidBy" TEXT NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "agreedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CashHandOver_pkey" PRIMARY KEY ("shopId", "id"),
    CONSTRAINT "CashHandOver_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "CashHandOver_shopId_courierId_saidAt_idx" ON "CashHandOver"("shopId", "courierId", "saidAt");

CREATE TABLE "Settlement" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "dispute" TEXT,
    "paidAt" TIMESTAMPTZ(3),
    "paidMinor" BIGINT,

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("shopId", "id"),
    CONSTRAINT "Settlement_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Settlement_shopId_courierId_number_key" ON "Settlement"("shopId", "courierId", "number");

CREATE TABLE "SettlementEntry" (
    "shopId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "settlementId" UUID NOT NULL,

    CONSTRAINT "SettlementEntry_pkey" PRIMARY KEY ("shopId", "entryId"),
    CONSTRAINT "SettlementEntry_shopId_entryId_fkey" FOREIGN KEY ("shopId", "entryId") REFERENCES "CourierEntry"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SettlementEntry_shopId_settlementId_fkey" FOREIGN KEY ("shopId", "settlementId") REFERENCES "Settlement"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "SettlementEntry_shopId_settlementId_idx" ON "SettlementEntry"("shopId", "settlementId");

-- What was delivered before has earned its commission, and an attempt where the rule pays attempts.
INSERT INTO "CourierEntry" ("shopId", "id", "courierId", "key", "kind", "minor", "currency", "deliveryId", "basis", "happenedAt", "recordedAt", "actor")
  SELECT d."shopId", gen_random_uuid(), d."courierId", 'earned:' || d."id" || ':1', 'earned', d."commissionMinor", d."currency", d."id", d."commissionBasis",
    COALESCE(d."deliveredAt", a."happenedAt", d."assignedAt", now()), now(), 'system'
  FROM "Delivery" d
  LEFT JOIN LATERAL (
    SELECT max(t."happenedAt") AS "happenedAt" FROM "DeliveryAttempt" t WHERE t."shopId" = d."shopId" AND t."deliveryId" = d."id"
  ) a ON true
  WHERE d."courierId" IS NOT NULL AND d."commissionMinor" <> 0
    AND (d."state" = 'delivered'
      OR (d."commissionBasis"->'isDelivered' = 'false'::jsonb AND d."commissionBasis"#>>'{rule,kind}' = 'per_attempt'));

-- Cash that is in hand: of orders that are still owed. Until now an order marked as paid said that its cash was handed over.
INSERT INTO "CourierEntry" ("shopId", "id", "courierId", "key", "kind", "minor", "currency", "deliveryId", "how", "happenedAt", "recordedAt", "actor")
  SELECT d."shopId", gen_random_uuid(), d."courierId", 'collected:' || COALESCE(a."id", d."id"), 'collected', (o."sale"->>'outstandingMinor')::numeric::bigint,
    d."currency", d."id", 'cash', COALESCE(d."deliveredAt", now()), now(), 'system'
  FROM "Delivery" d
  JOIN "Order" o ON o."shopId" = d."shopId" AND o."id" = d."orderId"
  LEFT JOIN LATERAL (
    SELECT t."id" FROM "DeliveryAttempt" t
    WHERE t."shopId" = d."shopId" AND t."deliveryId" = d."id" AND t."outcome" = 'delivered' ORDER BY t."receivedAt" LIMIT 1
  ) a ON true
  WHERE d."courierId" IS NOT NULL AND d."state" = 'delivered' AND d."method" <> 'carrier'
    AND o."paymentType" = 'cash_on_delivery' AND (o."sale"->>'outstandingMinor')::numeric > 0
    AND NOT EXISTS (SELECT 1 FROM "Delivery" f WHERE f."shopId" = d."shopId" AND f."orderId" = d."orderId" AND f."id" < d."id"
      AND f."method" <> 'carrier' AND f."state" NOT IN ('cancelled', 'returned'));

-- A line of an account is added, never changed nor taken away.
CREATE FUNCTION refuse_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries are never edited';
END $$;
CREATE TRIGGER courier_entry_is_final BEFORE UPDATE OR DELETE ON "CourierEntry" FOR EACH ROW EXECUTE FUNCTION refuse_entry_change();
-- Nor what a statement says, once it is issued.
CREATE FUNCTION refuse_statement_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a statement that was issued is never edited';
END $$;
CREATE TRIGGER settlement_content_is_final BEFORE UPDATE OF "content", "sha256", "number", "courierId", "until", "currency" ON "Settlement"
  FOR EACH ROW EXECUTE FUNCTION refuse_statement_change();

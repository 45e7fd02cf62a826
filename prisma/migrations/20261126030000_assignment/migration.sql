-- When and how much a courier works, by which rule the shop gives deliveries, and in which order a zone's couriers stand.
ALTER TABLE "Courier"
  ADD COLUMN "maxOpenStops" INTEGER,
  ADD COLUMN "maxGrams" INTEGER,
  ADD COLUMN "cashLimitMinor" BIGINT,
  ADD COLUMN "shifts" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "daysOff" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "worksOnHolidays" BOOLEAN,
  ADD COLUMN "plateExempt" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "outOn" TEXT;

ALTER TABLE "Shop"
  ADD COLUMN "strategy" TEXT NOT NULL DEFAULT 'balanced',
  ADD COLUMN "holidaysWorked" BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN "plates" JSONB NOT NULL DEFAULT '{"digits": [[], [], [], [], [], [], []], "hours": []}';

ALTER TABLE "Zone" ADD COLUMN "strategy" TEXT;

-- What a commission was reckoned from.
ALTER TABLE "Delivery" ADD COLUMN "commissionBasis" JSONB;

-- Stops of the week are counted whenever a courier is chosen.
CREATE INDEX "Delivery_shopId_assignedAt_idx" ON "Delivery"("shopId", "assignedAt");

-- A day on which a courier is out: what became of each of their stops, so that it can be taken back.
CREATE TABLE "CourierAbsence" (
  "shopId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "courierId" UUID NOT NULL,
  "day" TEXT NOT NULL,
  "declaredAt" TIMESTAMPTZ(3) NOT NULL,
  "actor" TEXT NOT NULL,
  "moves" JSONB NOT NULL,
  "runs" JSONB NOT NULL,
  "endedAt" TIMESTAMPTZ(3),
  "kept" JSONB,
  CONSTRAINT "CourierAbsence_pkey" PRIMARY KEY ("shopId", "id"),
  CONSTRAINT "CourierAbsence_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId")
    REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "CourierAbsence_shopId_courierId_day_idx" ON "CourierAbsence"("shopId", "courierId", "day");

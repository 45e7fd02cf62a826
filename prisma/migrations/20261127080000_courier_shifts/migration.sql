-- A courier's shifts. The last position is kept while a shift is on and its courier agreed, never after: no row says where somebody was.
CREATE TABLE "CourierShift" (
    "shopId" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "sharesPosition" BOOLEAN NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "phoneId" UUID,
    "counter" INTEGER NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "accuracyMetres" DOUBLE PRECISION,
    "positionAt" TIMESTAMPTZ(3),

    CONSTRAINT "CourierShift_pkey" PRIMARY KEY ("shopId", "courierId", "id"),
    CONSTRAINT "CourierShift_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CourierShift_position_check"
        CHECK ("positionAt" IS NULL OR ("sharesPosition" AND "pausedAt" IS NULL AND "endedAt" IS NULL))
);
CREATE INDEX "CourierShift_shopId_startedAt_idx" ON "CourierShift"("shopId", "startedAt");
-- One shift at a time.
CREATE UNIQUE INDEX "CourierShift_on_key" ON "CourierShift"("shopId", "courierId") WHERE "endedAt" IS NULL;

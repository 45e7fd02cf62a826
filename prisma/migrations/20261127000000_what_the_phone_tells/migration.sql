-- What couriers' phones tell, their photos on the way, and the phones themselves (docs/decisions/0021).
ALTER TABLE "Courier" ADD COLUMN "pinHash" TEXT;
ALTER TABLE "AccessLink" ADD COLUMN "pinTries" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "pinLockedUntil" TIMESTAMPTZ(3);
ALTER TABLE "Delivery" ADD COLUMN "provenAt" TIMESTAMPTZ(3);
-- What was delivered before had its photo.
UPDATE "Delivery" SET "provenAt" = "deliveredAt" WHERE "state" = 'delivered';

CREATE TABLE "PhoneEvent" (
    "shopId" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "phoneId" UUID,
    "deviceId" UUID,
    "kind" TEXT NOT NULL,
    "deliveryId" UUID NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceAt" TIMESTAMPTZ(3) NOT NULL,
    "serverAt" TIMESTAMPTZ(3),
    "deviceAtServer" TIMESTAMPTZ(3),
    "elapsedMs" INTEGER,
    "body" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "happenedAt" TIMESTAMPTZ(3),
    "timeBy" TEXT,
    "skewMs" BIGINT,
    "isTimeDoubtful" BOOLEAN NOT NULL DEFAULT false,
    "appliedAt" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "PhoneEvent_pkey" PRIMARY KEY ("shopId", "courierId", "id")
);
CREATE INDEX "PhoneEvent_shopId_courierId_appliedAt_idx" ON "PhoneEvent"("shopId", "courierId", "appliedAt");
CREATE INDEX "PhoneEvent_shopId_deliveryId_idx" ON "PhoneEvent"("shopId", "deliveryId");

CREATE TABLE "Shot" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courierId" UUID,
    "deliveryId" UUID NOT NULL,
    "attemptId" UUID,
    "ordinal" INTEGER NOT NULL DEFAULT 1,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "phoneId" UUID,
    "chainDay" TEXT,
    "chainNumber" INTEGER,
    "chainPrev" TEXT,
    "chainHash" TEXT,
    "overridden" JSONB,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "receivedAt" TIMESTAMPTZ(3),
    "key" TEXT,
    "storedSha256" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "problem" JSONB,

    CONSTRAINT "Shot_pkey" PRIMARY KEY ("shopId", "id"),
    CONSTRAINT "Shot_shopId_attemptId_fkey" FOREIGN KEY ("shopId", "attemptId") REFERENCES "DeliveryAttempt"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Shot_shopId_attemptId_idx" ON "Shot"("shopId", "attemptId");
CREATE INDEX "Shot_shopId_courierId_phoneId_chainDay_idx" ON "Shot"("shopId", "courierId", "phoneId", "chainDay");

CREATE TABLE "ShotPart" (
    "shopId" UUID NOT NULL,
    "shotId" UUID NOT NULL,
    "offset" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ShotPart_pkey" PRIMARY KEY ("shopId", "shotId", "offset"),
    CONSTRAINT "ShotPart_shopId_shotId_fkey" FOREIGN KEY ("shopId", "shotId") REFERENCES "Shot"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "CourierDevice" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,

    CONSTRAINT "CourierDevice_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "CourierDevice_shopId_secretHash_key" ON "CourierDevice"("shopId", "secretHash");
CREATE INDEX "CourierDevice_shopId_courierId_idx" ON "CourierDevice"("shopId", "courierId");

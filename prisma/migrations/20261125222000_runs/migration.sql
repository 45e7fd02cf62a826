-- Goods move with a dispatch guide: what it says of the courier, and the run it is issued for. Whoever is installed already keeps delivering as
-- before: "auto" asks for guides only once they can be issued.
ALTER TABLE "Shop" ADD COLUMN "guides" TEXT NOT NULL DEFAULT 'auto';
ALTER TABLE "Courier" ADD COLUMN "legalName" TEXT, ADD COLUMN "idType" TEXT, ADD COLUMN "idNumber" TEXT, ADD COLUMN "licence" TEXT, ADD COLUMN "plate" TEXT;
CREATE TABLE "Run" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "loadedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "overrideReason" TEXT,
    "overriddenBy" TEXT,

    CONSTRAINT "Run_pkey" PRIMARY KEY ("shopId", "id")
);
ALTER TABLE "Delivery" ADD COLUMN "runId" UUID;
CREATE INDEX "Run_shopId_courierId_state_idx" ON "Run"("shopId", "courierId", "state");
CREATE INDEX "Delivery_shopId_runId_idx" ON "Delivery"("shopId", "runId");
ALTER TABLE "Run" ADD CONSTRAINT "Run_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_shopId_runId_fkey" FOREIGN KEY ("shopId", "runId") REFERENCES "Run"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

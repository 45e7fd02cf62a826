-- Where addresses are, as deliveries, Shopify or a geocoder told. The key is a keyed hash: nobody reads an address from it.
CREATE TABLE "RememberedPosition" (
    "shopId" UUID NOT NULL,
    "addressKey" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "metres" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed" JSONB NOT NULL DEFAULT '[]',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RememberedPosition_pkey" PRIMARY KEY ("shopId", "addressKey")
);
CREATE INDEX "RememberedPosition_shopId_updatedAt_idx" ON "RememberedPosition"("shopId", "updatedAt");

ALTER TABLE "Shop" ADD COLUMN "geocoder" JSONB;
ALTER TABLE "Shop" ADD COLUMN "osrmUrl" TEXT;

-- Shops whose plan lets Shopify ask nobody for prices have the zones' prices in their own shipping settings.
ALTER TABLE "Shop" ADD COLUMN "nativeRates" TEXT NOT NULL DEFAULT 'auto';

CREATE TABLE "NativeRates" (
  "shopId" UUID NOT NULL,
  "state" TEXT NOT NULL,
  "problem" JSONB,
  "written" JSONB NOT NULL,
  "isWriting" BOOLEAN NOT NULL DEFAULT FALSE,
  "seen" TEXT[] NOT NULL DEFAULT '{}',
  "doomed" TEXT[] NOT NULL DEFAULT '{}',
  "drift" JSONB NOT NULL DEFAULT '[]',
  "tooLarge" TEXT[] NOT NULL DEFAULT '{}',
  "countries" TEXT[] NOT NULL DEFAULT '{}',
  "checkedAt" TIMESTAMPTZ(3),
  CONSTRAINT "NativeRates_pkey" PRIMARY KEY ("shopId")
);

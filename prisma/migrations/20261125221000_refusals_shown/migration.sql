-- Why the last mail with a courier's link did not go through; cleared by the next one that does.
ALTER TABLE "Courier" ADD COLUMN "mailProblem" JSONB;
-- Shopify's own words when it refused the carrier service.
ALTER TABLE "Shop" ADD COLUMN "carrierProblem" TEXT;

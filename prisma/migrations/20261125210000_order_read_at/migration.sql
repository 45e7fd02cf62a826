-- When the last reading of the order from Shopify began, by the database's clock: what a webhook told before then is known.
ALTER TABLE "Order" ADD COLUMN "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '-infinity';
ALTER TABLE "Order" ALTER COLUMN "readAt" DROP DEFAULT;

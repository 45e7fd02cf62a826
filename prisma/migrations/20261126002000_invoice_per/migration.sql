-- Whether an order of several deliveries has one invoice, or each of its deliveries has its own.
ALTER TABLE "Shop" ADD COLUMN "invoicePer" TEXT NOT NULL DEFAULT 'order';

-- An unpaid order that came without shipping (a draft, a manual order) gets the zone's price by order edit.
ALTER TABLE "Shop" ADD COLUMN "chargeShipping" BOOLEAN NOT NULL DEFAULT TRUE;

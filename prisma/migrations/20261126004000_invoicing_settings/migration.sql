-- What an invoice covers is a setting too: a month that was looked at before it changed tells of before.
DROP INDEX "Event_settings_idx";
CREATE INDEX "Event_settings_idx" ON "Event"("shopId", "id") WHERE "type" IN ('issuer', 'series', 'establishment', 'location', 'certificate', 'triggers', 'invoicing', 'payment_codes', 'tax_rules', 'product_taxes');

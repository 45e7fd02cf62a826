-- Establishments and the places of locations are settings too: a month that was looked at before they changed tells of before.
DROP INDEX "Event_settings_idx";
CREATE INDEX "Event_settings_idx" ON "Event"("shopId", "id") WHERE "type" IN ('issuer', 'series', 'establishment', 'location', 'certificate', 'triggers', 'payment_codes', 'tax_rules', 'product_taxes');

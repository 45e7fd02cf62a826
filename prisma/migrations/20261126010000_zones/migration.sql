-- A zone says all in one place: its area by parts, its services with their rate tables, its commission rule, when it is served and on what terms.
ALTER TABLE "Zone"
  ADD COLUMN "area" JSONB,
  ADD COLUMN "services" JSONB,
  ADD COLUMN "commission" JSONB,
  ADD COLUMN "hours" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "daysOff" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "orderMinMinor" BIGINT,
  ADD COLUMN "orderMaxMinor" BIGINT,
  ADD COLUMN "cashAllowed" BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN "establishment" TEXT,
  ADD COLUMN "emissionPoint" TEXT;

UPDATE "Zone" SET
  "area" = jsonb_build_object(
    'countryCode', "countryCode",
    'include', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', 'place', 'name', p)) FROM unnest("places") p), '[]')
      || COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', 'postal', 'pattern', p)) FROM unnest("postalPatterns") p), '[]'),
    'exclude', '[]'::jsonb),
  "services" = jsonb_build_array(jsonb_build_object(
    'code', 'standard', 'name', '', 'leadDays', 0, 'cutOff', 1440, 'active', TRUE,
    'rate', jsonb_build_object(
      'basis', 'flat', 'freeAboveMinor', NULL, 'surcharges', '[]'::jsonb,
      'bands', jsonb_build_array(jsonb_build_object('upTo', NULL, 'baseMinor', "rateMinor", 'perUnitMinor', 0))))),
  "commission" = jsonb_build_object(
    'kind', 'fixed', 'amountMinor', "commissionMinor", 'basisPoints', 0, 'bonuses', '[]'::jsonb, 'minMinor', NULL, 'maxMinor', NULL);

ALTER TABLE "Zone"
  ALTER COLUMN "area" SET NOT NULL,
  ALTER COLUMN "services" SET NOT NULL,
  ALTER COLUMN "commission" SET NOT NULL,
  DROP COLUMN "countryCode", DROP COLUMN "places", DROP COLUMN "postalPatterns", DROP COLUMN "rateMinor", DROP COLUMN "commissionMinor";

-- Answers at checkout come from zones made ready once: this counts their changes.
ALTER TABLE "Shop" ADD COLUMN "zonesVersion" INTEGER NOT NULL DEFAULT 0;

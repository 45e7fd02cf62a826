-- Where a series begins here: a merchant who comes from another system starts above 1, and what lies below is no gap.
ALTER TABLE "Series" ADD COLUMN "firstNumber" INTEGER NOT NULL DEFAULT 1;
UPDATE "Series" s SET "firstNumber" = COALESCE(
  (SELECT min(d."sequence") FROM "FiscalDocument" d WHERE d."shopId" = s."shopId" AND d."seriesId" = s."id"), s."nextNumber");

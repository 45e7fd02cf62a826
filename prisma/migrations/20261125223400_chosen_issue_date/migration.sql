-- The accountant's choice of the day that a late document bears.
ALTER TABLE "FiscalDocument" ADD COLUMN "chosenIssueDate" DATE;

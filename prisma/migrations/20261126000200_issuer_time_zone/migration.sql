-- Whose fiscal days are the islands', not the mainland's.
ALTER TABLE "Issuer" ADD COLUMN "timeZone" TEXT;

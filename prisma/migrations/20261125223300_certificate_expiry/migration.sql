-- Who stands behind the certificate, as its file says, and which warning of its expiry (days before) went out last.
ALTER TABLE "Certificate" ADD COLUMN "chain" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "Certificate" ADD COLUMN "warnedDays" INTEGER;

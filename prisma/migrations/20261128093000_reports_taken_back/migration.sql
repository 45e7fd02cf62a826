-- When a report was taken back; it stays as it was told, and stands no more.
ALTER TABLE "DeliveryAttempt" ADD COLUMN "undoneAt" TIMESTAMPTZ(3);

-- The sweep asks for these every few minutes: of all that phones ever told they are the least.
CREATE INDEX "PhoneEvent_left_idx" ON "PhoneEvent"("shopId", "courierId") WHERE "appliedAt" IS NULL;

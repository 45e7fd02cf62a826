-- A month's orders, built and signed without being sent: what would have become of each. One run a month; a new one takes its place.
CREATE TABLE "ShadowRun" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "cursor" TEXT,
    "certificateProblem" JSONB,
    "problem" JSONB,

    CONSTRAINT "ShadowRun_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE TABLE "ShadowResult" (
    "shopId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "orderGid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "params" JSONB,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "differenceMinor" BIGINT,
    "buyer" TEXT,
    "taxes" JSONB NOT NULL,
    "gateways" TEXT[] NOT NULL,
    "products" JSONB NOT NULL,

    CONSTRAINT "ShadowResult_pkey" PRIMARY KEY ("shopId", "runId", "orderGid")
);
CREATE UNIQUE INDEX "ShadowRun_shopId_month_key" ON "ShadowRun"("shopId", "month");
CREATE INDEX "ShadowResult_shopId_orderGid_idx" ON "ShadowResult"("shopId", "orderGid");
ALTER TABLE "ShadowResult" ADD CONSTRAINT "ShadowResult_shopId_runId_fkey" FOREIGN KEY ("shopId", "runId") REFERENCES "ShadowRun"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Settings change rarely and events are many: whether a month was looked at since the last change is asked at every look at the desk.
CREATE INDEX "Event_settings_idx" ON "Event"("shopId", "id") WHERE "type" IN ('issuer', 'series', 'certificate', 'triggers', 'payment_codes', 'tax_rules', 'product_taxes');

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'America/Guayaquil',
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "locale" TEXT NOT NULL DEFAULT 'es',
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "uninstalledAt" TIMESTAMPTZ(3),
    "carrierService" TEXT NOT NULL DEFAULT 'unknown',
    "carrierServiceGid" TEXT,
    "carrierSecretHash" TEXT,
    "invoiceTriggers" JSONB NOT NULL DEFAULT '{}',
    "invoiceDelaySeconds" INTEGER NOT NULL DEFAULT 0,
    "sweptTo" TIMESTAMPTZ(3),

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "shopId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "eventId" TEXT,
    "subjectGid" TEXT,
    "triggeredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" JSONB,
    "processedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("shopId","topic","webhookId")
);

-- CreateTable
CREATE TABLE "Order" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "paymentType" TEXT NOT NULL,
    "financialStatus" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "customerName" TEXT NOT NULL,
    "city" TEXT,
    "sale" JSONB NOT NULL,
    "fiscalData" JSONB,
    "searchText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Order_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "countryCode" TEXT NOT NULL,
    "places" TEXT[],
    "postalPatterns" TEXT[],
    "rateMinor" BIGINT NOT NULL,
    "commissionMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "Courier" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'es',
    "dailyCapacity" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Courier_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "ZoneCourier" (
    "shopId" UUID NOT NULL,
    "zoneId" UUID NOT NULL,
    "courierId" UUID NOT NULL,

    CONSTRAINT "ZoneCourier_pkey" PRIMARY KEY ("shopId","zoneId","courierId")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "zoneId" UUID,
    "courierId" UUID,
    "assignment" JSONB,
    "assignedAt" TIMESTAMPTZ(3),
    "rateMinor" BIGINT,
    "commissionMinor" BIGINT,
    "currency" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "fulfillmentGid" TEXT,
    "attention" JSONB,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "DeliveryAttempt" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "receivedBy" TEXT,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "accuracyMetres" DOUBLE PRECISION,
    "photoKey" TEXT,
    "photoSha256" TEXT,
    "photoWidth" INTEGER,
    "photoHeight" INTEGER,

    CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "AccessLink" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessLink_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "Issuer" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "taxId" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "tradeName" TEXT,
    "mainAddress" TEXT NOT NULL,
    "establishmentAddress" TEXT,
    "keepsAccounts" BOOLEAN NOT NULL DEFAULT false,
    "specialTaxpayer" TEXT,
    "withholdingAgent" TEXT,
    "rimpe" TEXT NOT NULL DEFAULT 'none',
    "environment" TEXT NOT NULL DEFAULT 'test',

    CONSTRAINT "Issuer_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issuerId" UUID NOT NULL,
    "keyEncrypted" TEXT NOT NULL,
    "certificateDer" BYTEA NOT NULL,
    "subject" TEXT NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "taxId" TEXT,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "notAfter" TIMESTAMPTZ(3) NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "Series" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issuerId" UUID NOT NULL,
    "documentType" TEXT NOT NULL,
    "establishment" TEXT NOT NULL,
    "emissionPoint" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "nextNumber" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "FiscalDocument" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seriesId" UUID,
    "sequence" INTEGER,
    "number" TEXT,
    "accessKey" TEXT,
    "issueDate" DATE,
    "input" JSONB,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "signedXml" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "authorisationNumber" TEXT,
    "authorisedAt" TIMESTAMPTZ(3),
    "authorisation" JSONB,
    "messages" JSONB,
    "attention" JSONB,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "numberedAt" TIMESTAMPTZ(3),
    "mailedTo" TEXT,
    "mailedAt" TIMESTAMPTZ(3),
    "writtenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "FiscalDocument_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "shopId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "orderId" UUID,
    "deliveryId" UUID,
    "documentId" UUID,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "reason" JSONB,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_domain_key" ON "Shop"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_publicKey_key" ON "Shop"("publicKey");

-- CreateIndex
CREATE INDEX "WebhookDelivery_shopId_topic_eventId_idx" ON "WebhookDelivery"("shopId", "topic", "eventId");

-- CreateIndex
CREATE INDEX "Order_shopId_placedAt_idx" ON "Order"("shopId", "placedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Order_shopId_gid_key" ON "Order"("shopId", "gid");

-- CreateIndex
CREATE INDEX "ZoneCourier_shopId_courierId_idx" ON "ZoneCourier"("shopId", "courierId");

-- CreateIndex
CREATE INDEX "Delivery_shopId_courierId_state_idx" ON "Delivery"("shopId", "courierId", "state");

-- CreateIndex
CREATE INDEX "Delivery_shopId_state_idx" ON "Delivery"("shopId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_shopId_orderId_key" ON "Delivery"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "DeliveryAttempt_shopId_deliveryId_idx" ON "DeliveryAttempt"("shopId", "deliveryId");

-- CreateIndex
CREATE INDEX "AccessLink_shopId_kind_subjectId_idx" ON "AccessLink"("shopId", "kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessLink_shopId_secretHash_key" ON "AccessLink"("shopId", "secretHash");

-- CreateIndex
CREATE INDEX "Certificate_shopId_issuerId_idx" ON "Certificate"("shopId", "issuerId");

-- CreateIndex
CREATE UNIQUE INDEX "Series_shopId_issuerId_documentType_establishment_emissionP_key" ON "Series"("shopId", "issuerId", "documentType", "establishment", "emissionPoint", "environment");

-- CreateIndex
CREATE INDEX "FiscalDocument_shopId_state_idx" ON "FiscalDocument"("shopId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "FiscalDocument_shopId_orderId_kind_key" ON "FiscalDocument"("shopId", "orderId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "FiscalDocument_shopId_seriesId_sequence_key" ON "FiscalDocument"("shopId", "seriesId", "sequence");

-- CreateIndex
CREATE INDEX "Event_shopId_orderId_id_idx" ON "Event"("shopId", "orderId", "id");

-- AddForeignKey
ALTER TABLE "ZoneCourier" ADD CONSTRAINT "ZoneCourier_shopId_zoneId_fkey" FOREIGN KEY ("shopId", "zoneId") REFERENCES "Zone"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoneCourier" ADD CONSTRAINT "ZoneCourier_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "Order"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_shopId_zoneId_fkey" FOREIGN KEY ("shopId", "zoneId") REFERENCES "Zone"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_shopId_courierId_fkey" FOREIGN KEY ("shopId", "courierId") REFERENCES "Courier"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryAttempt" ADD CONSTRAINT "DeliveryAttempt_shopId_deliveryId_fkey" FOREIGN KEY ("shopId", "deliveryId") REFERENCES "Delivery"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_shopId_issuerId_fkey" FOREIGN KEY ("shopId", "issuerId") REFERENCES "Issuer"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_shopId_issuerId_fkey" FOREIGN KEY ("shopId", "issuerId") REFERENCES "Issuer"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FiscalDocument" ADD CONSTRAINT "FiscalDocument_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "Order"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FiscalDocument" ADD CONSTRAINT "FiscalDocument_shopId_seriesId_fkey" FOREIGN KEY ("shopId", "seriesId") REFERENCES "Series"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Events are the record of what happened: they are added, never changed.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never edited';
END $$;
CREATE TRIGGER event_is_final BEFORE UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

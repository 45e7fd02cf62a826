-- What a courier left for whoever comes to the same address next. The key is the one of RememberedPosition: nobody reads an address from it.
CREATE TABLE "DoorNote" (
    "shopId" UUID NOT NULL,
    "addressKey" TEXT NOT NULL,
    "note" TEXT,
    "shotId" UUID,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DoorNote_pkey" PRIMARY KEY ("shopId", "addressKey")
);
CREATE INDEX "DoorNote_shopId_notedAt_idx" ON "DoorNote"("shopId", "notedAt");

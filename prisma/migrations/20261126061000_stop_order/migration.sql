-- The order in which a courier wants to call at their stops; none: as proposed.
CREATE TABLE "StopOrder" (
    "shopId" UUID NOT NULL,
    "courierId" UUID NOT NULL,
    "deliveryIds" TEXT[],

    CONSTRAINT "StopOrder_pkey" PRIMARY KEY ("shopId", "courierId")
);

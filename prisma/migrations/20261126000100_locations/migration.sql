-- The shop's places: which establishment and emission point each is, and where its goods leave from.
ALTER TABLE "Shop" ADD COLUMN "locationsState" TEXT NOT NULL DEFAULT 'unknown', ADD COLUMN "locationsProblem" TEXT;

CREATE TABLE "Location" (
  "shopId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "gid" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "address1" TEXT,
  "address2" TEXT,
  "city" TEXT,
  "province" TEXT,
  "zip" TEXT,
  "countryCode" TEXT,
  "active" BOOLEAN NOT NULL,
  "establishment" TEXT,
  "emissionPoint" TEXT,
  "originAddress" TEXT,
  CONSTRAINT "Location_pkey" PRIMARY KEY ("shopId", "id"),
  CONSTRAINT "Location_linked_whole" CHECK (("establishment" IS NULL) = ("emissionPoint" IS NULL))
);
CREATE UNIQUE INDEX "Location_shopId_gid_key" ON "Location"("shopId", "gid");

CREATE TABLE "Establishment" (
  "shopId" UUID NOT NULL,
  "issuerId" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "address" TEXT,
  "tradeName" TEXT,
  CONSTRAINT "Establishment_pkey" PRIMARY KEY ("shopId", "issuerId", "code"),
  CONSTRAINT "Establishment_shopId_issuerId_fkey" FOREIGN KEY ("shopId", "issuerId") REFERENCES "Issuer"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "Run" ADD COLUMN "locationId" UUID;
ALTER TABLE "Run" ADD CONSTRAINT "Run_shopId_locationId_fkey" FOREIGN KEY ("shopId", "locationId") REFERENCES "Location"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

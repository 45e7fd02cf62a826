-- An invoice issued as its courier sets out may say where the goods go, in place of a guide (factura 2.1.0).
ALTER TABLE "Shop" ADD COLUMN "invoiceIsGuide" BOOLEAN NOT NULL DEFAULT FALSE;

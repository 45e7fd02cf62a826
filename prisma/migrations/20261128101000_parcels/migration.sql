-- How many parcels a delivery is packed in: each has its own label.
ALTER TABLE "Delivery" ADD COLUMN "parcels" INTEGER NOT NULL DEFAULT 1, ADD CONSTRAINT "Delivery_parcels_check" CHECK ("parcels" BETWEEN 1 AND 99);

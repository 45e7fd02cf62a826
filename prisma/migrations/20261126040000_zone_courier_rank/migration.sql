-- A zone's couriers stand in an order: the first in the list is asked first where the merchant wants it so.
ALTER TABLE "ZoneCourier" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;

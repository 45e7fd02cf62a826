-- Orders older than the installation are kept for the desk only. Those known until now are none: each got its delivery.
ALTER TABLE "Order" ADD COLUMN "predatesInstall" BOOLEAN NOT NULL DEFAULT false;

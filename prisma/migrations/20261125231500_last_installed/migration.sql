-- When the app was last installed, which a reinstall of the same day moves and "installedAt" (since when orders are ours) does not.
ALTER TABLE "Shop" ADD COLUMN "lastInstalledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
UPDATE "Shop" SET "lastInstalledAt" = "installedAt";

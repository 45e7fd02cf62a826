-- What a shop wants as proof of delivery, and why attempts fail there; null: the defaults (app/domain/proof).
ALTER TABLE "Shop" ADD COLUMN "proofRules" JSONB, ADD COLUMN "failureReasons" JSONB;

-- What was told at the door beside photo and name. A reason's words are kept as they were: the merchant may change them later.
ALTER TABLE "DeliveryAttempt" ADD COLUMN "reasonLabel" TEXT, ADD COLUMN "reattemptOn" TEXT, ADD COLUMN "pin" TEXT, ADD COLUMN "proof" JSONB;

-- A signature is sent like a photo, and is none.
ALTER TABLE "Shot" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'photo';

-- When the buyer wants it tried again, as its last failed attempt says.
ALTER TABLE "Delivery" ADD COLUMN "reattemptOn" TEXT;

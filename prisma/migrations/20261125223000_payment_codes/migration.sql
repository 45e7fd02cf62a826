-- The merchant's own choice of the authority's payment code for a gateway; a gateway that is missing goes by its payment type.
ALTER TABLE "Shop" ADD COLUMN "paymentCodes" JSONB NOT NULL DEFAULT '{}';

-- How the law taxes what the shop sells, where the product itself doesn't say: rules by tag, and product by product.
ALTER TABLE "Shop" ADD COLUMN "taxRules" JSONB NOT NULL DEFAULT '[]';
CREATE TABLE "ProductTaxCategory" (
  "shopId" UUID NOT NULL,
  "productId" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  CONSTRAINT "ProductTaxCategory_pkey" PRIMARY KEY ("shopId", "productId")
);

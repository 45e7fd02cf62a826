import type { ShopClient } from "~/db.server";
import type { ProductSold } from "~/ports/screens";

/** Products on the newest orders, each as its last order had it, the last sold first. */
export const productsSold = (db: ShopClient, shopId: string, orders: number): Promise<ProductSold[]> =>
  db.$queryRawUnsafe<ProductSold[]>(
    `WITH newest AS (SELECT "sale", "placedAt" FROM "Order" WHERE "shopId" = $1::uuid ORDER BY "placedAt" DESC LIMIT $2::int),
     lines AS (
       SELECT DISTINCT ON (line->>'productId') line->>'productId' AS "productId", line, "placedAt"
       FROM newest, jsonb_array_elements("sale"->'lines') line WHERE line->>'productId' IS NOT NULL
       ORDER BY line->>'productId', "placedAt" DESC
     )
     SELECT l."productId", line->>'title' AS "title", line->'productTags' AS "productTags", line->>'productTaxCategory' AS "productTaxCategory",
       coalesce(line->'productCollections', '[]'::jsonb) AS "productCollections",
       ARRAY(SELECT (tax->>'rateBasisPoints')::int FROM jsonb_array_elements(line->'taxLines') tax) AS "rates", p."category" AS "ownCategory"
     FROM lines l LEFT JOIN "ProductTaxCategory" p ON p."shopId" = $1::uuid AND p."productId" = l."productId"
     ORDER BY "placedAt" DESC, l."productId"`,
    shopId,
    orders,
  );

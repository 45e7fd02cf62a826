import type { ShopClient } from "~/db.server";
import type { GatewaySeen } from "~/ports/screens";

/** How many of the newest orders are looked at. */
const LOOK_BACK = 2000;

/** The gateways that the newest orders name, with the payment type that each went by last. */
export const gatewaysSeen = (db: ShopClient, shopId: string): Promise<GatewaySeen[]> =>
  db.$queryRawUnsafe<GatewaySeen[]>(
    `WITH newest AS (SELECT "sale", "paymentType", "placedAt" FROM "Order" WHERE "shopId" = $1::uuid ORDER BY "placedAt" DESC LIMIT $2::int),
     named AS (
       SELECT jsonb_array_elements_text("sale"->'gateways') AS "gateway", "paymentType", "placedAt" FROM newest
       UNION ALL SELECT one->>'gateway', "paymentType", "placedAt" FROM newest, jsonb_array_elements("sale"->'transactions') one
     )
     SELECT DISTINCT ON ("gateway") "gateway", "paymentType" FROM named WHERE "gateway" <> '' ORDER BY "gateway", "placedAt" DESC`,
    shopId,
    LOOK_BACK,
  );

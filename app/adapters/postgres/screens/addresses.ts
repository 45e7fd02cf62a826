import type { ShopClient } from "~/db.server";
import type { PostalAddress } from "~/domain/order/order";

/** Where the newest orders placed since an instant go; orders that go nowhere, and those taken back, are left out. */
export async function recentAddresses(db: ShopClient, shopId: string, since: Date, limit: number): Promise<PostalAddress[]> {
  const rows = await db.$queryRawUnsafe<{ address: PostalAddress }[]>(
    `SELECT "sale"->'shippingAddress' AS "address" FROM "Order"
     WHERE "shopId" = $1::uuid AND "placedAt" >= $2::timestamptz AND "cancelledAt" IS NULL AND jsonb_typeof("sale"->'shippingAddress') = 'object'
     ORDER BY "placedAt" DESC, "id" DESC LIMIT $3::int`,
    shopId,
    since,
    limit,
  );
  return rows.map(({ address }) => address);
}

import type { ShopClient } from "~/db.server";

/** What the newest order, as it was last read, could not be read whole for: it tells what is granted now. */
export async function missingScopes(db: ShopClient, shopId: string): Promise<string[]> {
  const [newest] = await db.$queryRawUnsafe<{ scopes: string[] | null }[]>(
    `SELECT "sale"->'missingScopes' AS "scopes" FROM "Order" WHERE "shopId" = $1::uuid ORDER BY "placedAt" DESC LIMIT 1`,
    shopId,
  );
  return newest?.scopes ?? [];
}

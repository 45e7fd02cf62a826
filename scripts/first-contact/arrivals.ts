import pg from "pg";

export type Arrival = { topic: string; subjectGid: string; eventId: string | null; triggeredAt: Date | null; receivedAt: Date };

/** What the app has written down of webhooks about these orders: ids and times, it keeps no more. */
export async function arrivalsOf(database: string, shopId: string, gids: string[]): Promise<Arrival[]> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<Arrival>(
      `SELECT topic, "subjectGid", "eventId", "triggeredAt", "receivedAt" FROM "WebhookDelivery" WHERE "shopId" = $1 AND "subjectGid" = ANY($2) ORDER BY "receivedAt"`,
      [shopId, gids],
    );
    return rows;
  } finally {
    await client.end();
  }
}

import pg from "pg";
import { merchantWords } from "../../app/i18n/merchant.ts";

export type StoryEvent = { at: string; actor: string; type: string; from: string | null; to: string | null; reason: string | null };
type Row = {
  at: Date;
  actor: string;
  type: string;
  from: string | null;
  to: string | null;
  reason: { code: string; params?: Record<string, unknown> } | null;
};

const words = merchantWords("en");

/** A reason in words; codes that wait for a person are worded among the attention texts. */
function inWords({ code, params }: NonNullable<Row["reason"]>): string {
  const key = [`reason.${code}`, `attention.${code}.title`].find((candidate) => words.exists(candidate));
  return key ? words.t(key, params ?? {}) : code;
}

/** An order's record, as the order page shows it. */
export async function eventsOf(database: string, orderGid: string): Promise<StoryEvent[]> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      `SELECT e.at, e.actor, e.type, e."from", e."to", e.reason FROM "Event" e JOIN "Order" o ON o."shopId" = e."shopId" AND o.id = e."orderId" WHERE o.gid = $1 ORDER BY e.id`,
      [orderGid],
    );
    return rows.map(({ at, reason, ...event }) => ({ at: at.toISOString(), ...event, reason: reason && inWords(reason) }));
  } finally {
    await client.end();
  }
}

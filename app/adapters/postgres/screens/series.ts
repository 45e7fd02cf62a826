import type { ShopClient } from "~/db.server";
import type { NumberGap, SeriesOverview } from "~/ports/screens";

type Counts = Record<"authorised" | "open" | "rejected" | "voided", bigint>;

const COUNTED = `
  count(*) FILTER (WHERE d."state" IN ('authorised', 'delivered_to_buyer', 'credited')) AS "authorised",
  count(*) FILTER (WHERE d."state" IN ('waiting_for_data', 'numbered', 'signed', 'sent', 'answer_unknown')) AS "open",
  count(*) FILTER (WHERE d."state" = 'rejected') AS "rejected",
  count(*) FILTER (WHERE d."state" = 'voided') AS "voided"`;

/** Each series with what became of its numbers. */
export async function seriesOverview(db: ShopClient, shopId: string): Promise<SeriesOverview[]> {
  const rows = await db.$queryRawUnsafe<(Omit<SeriesOverview, keyof Counts> & Counts)[]>(
    `SELECT s."id" AS "seriesId", s."documentType", s."establishment", s."emissionPoint", s."environment", s."firstNumber", s."nextNumber", ${COUNTED}
     FROM "Series" s LEFT JOIN "FiscalDocument" d ON d."shopId" = s."shopId" AND d."seriesId" = s."id"
     WHERE s."shopId" = $1::uuid
     GROUP BY s."shopId", s."id" ORDER BY s."environment" DESC, s."documentType", s."establishment", s."emissionPoint"`,
    shopId,
  );
  return rows.map(({ authorised, open, rejected, voided, ...series }) => ({
    ...series,
    authorised: Number(authorised),
    open: Number(open),
    rejected: Number(rejected),
    voided: Number(voided),
  }));
}

/** Numbers between a series' first and its next that no document bears, as ranges. */
export const numberGaps = (db: ShopClient, shopId: string, limit: number): Promise<NumberGap[]> =>
  db.$queryRawUnsafe<NumberGap[]>(
    `WITH marks AS (
       SELECT "seriesId", "sequence" AS "mark" FROM "FiscalDocument" WHERE "shopId" = $1::uuid AND "sequence" IS NOT NULL
       UNION ALL SELECT "id", "firstNumber" - 1 FROM "Series" WHERE "shopId" = $1::uuid
       UNION ALL SELECT "id", "nextNumber" FROM "Series" WHERE "shopId" = $1::uuid
     ), neighbours AS (SELECT "seriesId", "mark", lead("mark") OVER (PARTITION BY "seriesId" ORDER BY "mark") AS "after" FROM marks)
     SELECT "seriesId", "mark" + 1 AS "from", "after" - 1 AS "to" FROM neighbours WHERE "after" > "mark" + 1
     ORDER BY "seriesId", "mark" LIMIT $2::int`,
    shopId,
    limit,
  );

/** Numbers given up because somebody else had used them: the authority said so. */
export async function numbersGivenUp(db: ShopClient, shopId: string): Promise<Set<string>> {
  const rows = await db.$queryRawUnsafe<{ number: string }[]>(
    `SELECT DISTINCT "reason"->'params'->>'number' AS "number" FROM "Event"
     WHERE "shopId" = $1::uuid AND "to" = 'rejected' AND "reason"->>'code' = 'number_taken'`,
    shopId,
  );
  return new Set(rows.map(({ number }) => number));
}

import type { ShopClient } from "~/db.server";
import type { Unanswered } from "~/ports/screens";

const UNREACHABLE = `f."attention"->>'code' IN ('authority_unreachable', 'authority_troubled')`;
const IN_PROCESS = `f."attention"->>'code' = 'authority_in_process'`;

// Ids sort by time: only what was made since the oldest of them is looked through.
const SQL = `
  WITH silent AS (
    SELECT f."id", COALESCE(f."sentAt", f."numberedAt", f."createdAt") AS "at", f."issueDate", ${UNREACHABLE} AS "isUnreachable"
    FROM "FiscalDocument" f
    WHERE f."shopId" = $1::uuid AND f."state" IN ('waiting_for_data', 'sent', 'answer_unknown') AND (${UNREACHABLE} OR ${IN_PROCESS})
  ), first AS (
    SELECT min("id"::text)::uuid AS "id", min("at") AS "at" FROM silent WHERE "isUnreachable"
  )
  SELECT
    (SELECT count(*) FROM silent WHERE "isUnreachable")::int AS "unreachable",
    (SELECT count(*) FROM silent WHERE NOT "isUnreachable")::int AS "inProcess",
    (SELECT "at" FROM first) AS "since",
    (SELECT to_char(min("issueDate"), 'YYYY-MM-DD') FROM silent) AS "issueDate",
    EXISTS (
      SELECT 1 FROM "FiscalDocument" f, first WHERE f."shopId" = $1::uuid AND f."id" > first."id" AND f."authorisedAt" > first."at"
    ) AS "answersOthers"`;

/** What is known of an authority that is silent: the documents that wait for it tell. */
export async function unanswered(db: ShopClient, shopId: string): Promise<Unanswered> {
  const [row] = await db.$queryRawUnsafe<Unanswered[]>(SQL, shopId);
  return row!;
}

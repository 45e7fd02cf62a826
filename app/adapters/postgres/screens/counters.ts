import type { ShopClient } from "~/db.server";
import type { DeskCounters } from "~/ports/screens";
import { NEEDING } from "./desk";

/** Midnight of the shop's own day, as an instant. */
export const startOfDay = (now: string, zone: string) =>
  `(date_trunc('day', ${now}::timestamptz AT TIME ZONE ${zone}) AT TIME ZONE ${zone})`;

const TODAY = startOfDay("$2", "$3");
const COUNTERS = `
  SELECT
    (SELECT count(*) FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o."id" = d."orderId"
       WHERE d."shopId" = $1::uuid AND d."state" IN ('unassigned', 'assigned', 'attempt_failed') AND o."cancelledAt" IS NULL) AS "toDeliver",
    (SELECT count(*) FROM "Delivery" WHERE "shopId" = $1::uuid AND "state" = 'out_for_delivery') AS "out",
    (SELECT count(*) FROM "Delivery" WHERE "shopId" = $1::uuid AND "state" = 'delivered' AND "returnGid" IS NULL AND "deliveredAt" >= ${TODAY}) AS "deliveredToday",
    (SELECT count(*) FROM "FiscalDocument" WHERE "shopId" = $1::uuid AND "kind" = 'invoice' AND "authorisedAt" >= ${TODAY}) AS "invoicedToday",
    (SELECT count(*) FROM (${NEEDING}) n) AS "needAttention"`;

export async function deskCounters(db: ShopClient, shopId: string, now: Date, timeZone: string): Promise<DeskCounters> {
  const [row] = await db.$queryRawUnsafe<Record<keyof DeskCounters, bigint>[]>(COUNTERS, shopId, now, timeZone);
  const count = (name: keyof DeskCounters) => Number(row?.[name] ?? 0);
  return {
    toDeliver: count("toDeliver"),
    out: count("out"),
    deliveredToday: count("deliveredToday"),
    invoicedToday: count("invoicedToday"),
    needAttention: count("needAttention"),
  };
}

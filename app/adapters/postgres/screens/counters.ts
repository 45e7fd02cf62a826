import type { ShopClient } from "~/db.server";
import type { DeskCounters } from "~/ports/screens";
import { DESK_TABLES, NEEDS_ATTENTION } from "./desk";

/** Midnight of the shop's own day, as an instant. */
export const startOfDay = (now: string, zone: string) =>
  `(date_trunc('day', ${now}::timestamptz AT TIME ZONE ${zone}) AT TIME ZONE ${zone})`;

const TODAY = startOfDay("$2", "$3");
const COUNTERS = `
  SELECT
    count(*) FILTER (WHERE o."cancelledAt" IS NULL AND d."state" IN ('unassigned', 'assigned', 'attempt_failed')) AS "toDeliver",
    count(*) FILTER (WHERE d."state" = 'out_for_delivery') AS "out",
    count(*) FILTER (WHERE d."state" = 'delivered' AND d."deliveredAt" >= ${TODAY}) AS "deliveredToday",
    count(*) FILTER (WHERE f."authorisedAt" >= ${TODAY}) AS "invoicedToday",
    count(*) FILTER (WHERE ${NEEDS_ATTENTION}) AS "needAttention"
  FROM ${DESK_TABLES} WHERE o."shopId" = $1::uuid`;

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

import { Prisma, type CourierEntry } from "@prisma/client";
import { NO_SUMS, type Sums } from "~/domain/settlement/balance";
import { notTakenBack } from "~/domain/settlement/counter-entry";
import type { Entry } from "~/domain/settlement/entry";
import type { EntryRecord, EntryView, NewEntry } from "~/ports/settlement";
import type { Context } from "./store";
import { takenFor } from "./taken";

const ORDER_NAME = { delivery: { select: { order: { select: { name: true } } } } } satisfies Prisma.CourierEntryInclude;
type WithOrder = CourierEntry & { delivery: { order: { name: string } } | null };

const sumsWhere = (where: string) => `
  SELECT "courierId"::text AS id,
    COALESCE(sum(minor) FILTER (WHERE kind = 'earned'), 0)::float AS "earned",
    COALESCE(sum(minor) FILTER (WHERE kind = 'collected' AND how = 'cash'), 0)::float AS "collectedCash",
    COALESCE(sum(minor) FILTER (WHERE kind = 'collected' AND how <> 'cash'), 0)::float AS "collectedOtherwise",
    COALESCE(sum(minor) FILTER (WHERE kind = 'handed_over'), 0)::float AS "handedOver",
    COALESCE(sum(minor) FILTER (WHERE kind = 'paid'), 0)::float AS "paid",
    COALESCE(sum(minor) FILTER (WHERE kind = 'adjusted'), 0)::float AS "adjusted"
  FROM "CourierEntry" WHERE "shopId" = $1::uuid AND currency = $2 ${where} GROUP BY "courierId"`;

const CASH = `
  SELECT e."courierId"::text AS id, sum(CASE WHEN e.kind = 'collected' THEN e.minor ELSE -e.minor END)::float AS minor
  FROM "CourierEntry" e JOIN "Shop" s ON s.id = e."shopId" AND s.currency = e.currency
  WHERE e."shopId" = $1::uuid AND (e.kind = 'handed_over' OR (e.kind = 'collected' AND e.how = 'cash'))
  GROUP BY e."courierId"`;

/** Couriers' accounts: lines are added and read. */
export const ledger = ({ shopId, db, clock, ids }: Context) => ({
  async insertEntries(entries: NewEntry[]): Promise<number> {
    const now = clock.now();
    const data = entries.map(({ basis, minor, ...entry }) => ({
      ...{ shopId, id: ids.uuid(), happenedAt: now, recordedAt: now, ...entry, minor: BigInt(minor) },
      basis: basis === null ? Prisma.DbNull : (basis as unknown as Prisma.InputJsonValue),
    }));
    return (await db.courierEntry.createMany({ data, skipDuplicates: true })).count;
  },
  async earnedEntries(courierId: string, deliveryId: string): Promise<EntryRecord[]> {
    return (await db.courierEntry.findMany({ where: { courierId, deliveryId, kind: "earned", key: { startsWith: "earned:" } } })).map(
      toEntry,
    );
  },
  async collectedForOrder(orderId: string): Promise<EntryRecord[]> {
    const where = { kind: "collected", delivery: { orderId } };
    return notTakenBack((await db.courierEntry.findMany({ where, orderBy: [{ happenedAt: "asc" }, { id: "asc" }] })).map(toEntry));
  },
  takenFor: (orderIds: readonly string[]) => takenFor(db, orderIds),
  async entriesSince(courierId: string, since: Date): Promise<EntryView[]> {
    const where = { courierId, happenedAt: { gte: since } };
    const rows = await db.courierEntry.findMany({ where, include: ORDER_NAME, orderBy: [{ happenedAt: "desc" }, { id: "desc" }] });
    return rows.map(toView);
  },
  async openEntries(courierId: string, { currency, before }: { currency: string; before: Date }): Promise<EntryView[]> {
    const where = { courierId, currency, happenedAt: { lt: before }, standsIn: { is: null } };
    const rows = await db.courierEntry.findMany({ where, include: ORDER_NAME, orderBy: [{ happenedAt: "asc" }, { id: "asc" }] });
    return rows.map(toView);
  },
  async courierSums(currency: string): Promise<Map<string, Sums>> {
    const rows = await db.$queryRawUnsafe<({ id: string } & Sums)[]>(sumsWhere(""), shopId, currency);
    return new Map(rows.map(({ id, ...sums }) => [id, { ...NO_SUMS, ...sums }]));
  },
  async sumsOfCourier(courierId: string, currency: string): Promise<Sums> {
    const where = `AND "courierId" = $3::uuid`;
    const [row] = await db.$queryRawUnsafe<({ id: string } & Sums)[]>(sumsWhere(where), shopId, currency, courierId);
    const { id: _id, ...sums } = row ?? { id: courierId, ...NO_SUMS };
    return sums;
  },
  async cashInHand(): Promise<Map<string, number>> {
    const rows = await db.$queryRawUnsafe<{ id: string; minor: number }[]>(CASH, shopId);
    return new Map(rows.map(({ id, minor }) => [id, minor]));
  },
});

const toEntry = ({ shopId: _shop, minor, kind, how, basis, ...row }: CourierEntry): EntryRecord => ({
  ...row,
  minor: Number(minor),
  kind: kind as Entry["kind"],
  how: how as Entry["how"],
  basis: basis as Entry["basis"],
});

const toView = ({ delivery, ...row }: WithOrder): EntryView => ({ ...toEntry(row), order: delivery?.order.name ?? null });

import type { Prisma, PhoneEvent as Row } from "@prisma/client";
import type { Outcome, PhoneEvent } from "~/domain/phone-event/event";
import { EFFECTIVE } from "~/domain/phone-event/outcome";
import type { PhoneClock, PhoneEventArrival, PhoneEventRecord, PhoneEventSettled } from "~/ports/door-records";
import type { Context } from "./store";

const json = (value: object) => value as unknown as Prisma.InputJsonValue;

/** A whole fleet may send in the same second: all that it sends goes as one value, and PostgreSQL takes it apart. */
const INSERT = `
  INSERT INTO "PhoneEvent" ("shopId", "courierId", "phoneId", "deviceId", "receivedAt", id, kind, "deliveryId", counter, "deviceAt", "serverAt",
    "deviceAtServer", "elapsedMs", body)
  SELECT $1::uuid, (a->>'courierId')::uuid, (a->>'phoneId')::uuid, (a->>'deviceId')::uuid, (a->>'receivedAt')::timestamptz, (e->>'id')::uuid,
    e->>'kind', (e->>'deliveryId')::uuid, (e->'stamp'->>'counter')::int, (e->'stamp'->>'deviceAt')::timestamptz,
    (e->'stamp'->>'serverAt')::timestamptz, (e->'stamp'->>'deviceAtServer')::timestamptz, (e->'stamp'->>'elapsedMs')::int, e
  FROM jsonb_array_elements($2::jsonb) a, jsonb_array_elements(a->'events') e
  ON CONFLICT DO NOTHING
  RETURNING "courierId"::text AS "courierId", id::text AS id`;

/** Of the same phone: what came just before, and what came later about the same delivery and is worked out. */
const BESIDE = `
  WITH later AS (
    SELECT kind, outcome->>'code' AS code FROM "PhoneEvent" WHERE "shopId" = $1::uuid AND "courierId" = $2::uuid AND "phoneId" = $3::uuid
      AND counter > $4::int AND "deliveryId" = $5::uuid AND "appliedAt" IS NOT NULL)
  SELECT
    (SELECT "happenedAt" FROM "PhoneEvent" WHERE "shopId" = $1::uuid AND "courierId" = $2::uuid AND "phoneId" = $3::uuid AND counter < $4::int
      AND "happenedAt" IS NOT NULL ORDER BY counter DESC LIMIT 1) AS before,
    EXISTS (SELECT FROM later WHERE code = ANY($6::text[])) AS "isOvertaken",
    EXISTS (SELECT FROM later WHERE kind = 'confirm') AS "isConfirmedSince"`;

/** Of each sending the ids that were not known: of two that tell the same the first has it. */
export async function insertArrivals({ shopId, db }: Context, arrivals: PhoneEventArrival[]): Promise<Set<string>[]> {
  const taken = await db.$queryRawUnsafe<{ courierId: string; id: string }[]>(INSERT, shopId, JSON.stringify(arrivals));
  const fresh = new Set(taken.map(({ courierId, id }) => `${courierId} ${id}`));
  return arrivals.map(({ courierId, events }) => new Set(events.map(({ id }) => id).filter((id) => fresh.delete(`${courierId} ${id}`))));
}

type Beside = { before: Date | null; isOvertaken: boolean; isConfirmedSince: boolean };

/** What couriers' phones told, and what became of it (docs/decisions/0021). What others read of it: reports.ts. */
export const phoneEvents = ({ shopId, db, ...rest }: Context) => ({
  async insertPhoneEvents(arrival: PhoneEventArrival): Promise<Set<string>> {
    const [fresh] = await insertArrivals({ shopId, db, ...rest }, [arrival]);
    return fresh!;
  },
  async phoneEvent(courierId: string, id: string): Promise<PhoneEventRecord | null> {
    const row = await db.phoneEvent.findUnique({ where: { shopId_courierId_id: { shopId, courierId, id } } });
    return row && toPhoneEvent(row);
  },
  async phoneEventsToApply(courierId: string): Promise<string[]> {
    const where = { courierId, appliedAt: null };
    const orderBy = [{ phoneId: "asc" }, { counter: "asc" }, { id: "asc" }] as const;
    return (await db.phoneEvent.findMany({ where, orderBy: [...orderBy], select: { id: true } })).map(({ id }) => id);
  },
  async settlePhoneEvent(courierId: string, id: string, { outcome, appliedAt, time }: PhoneEventSettled): Promise<void> {
    const believed = time && {
      happenedAt: time.at,
      timeBy: time.by,
      skewMs: time.skewMs === null ? null : BigInt(Math.round(time.skewMs)),
      isTimeDoubtful: time.isDoubtful,
    };
    await db.phoneEvent.update({
      where: { shopId_courierId_id: { shopId, courierId, id } },
      data: { outcome: json(outcome), appliedAt, ...believed },
    });
  },
  async besidePhoneEvent({ courierId, phoneId, event }: PhoneEventRecord): Promise<Beside> {
    if (phoneId === null) return { before: null, isOvertaken: false, isConfirmedSince: false };
    const asked = [shopId, courierId, phoneId, event.stamp.counter, event.deliveryId, EFFECTIVE];
    const [found] = await db.$queryRawUnsafe<Beside[]>(BESIDE, ...asked);
    return found!;
  },
  async isUndoTold({ courierId, deliveryId, id }: { courierId: string; deliveryId: string; id: string }): Promise<boolean> {
    const where = { courierId, deliveryId, kind: "undo", body: { path: ["undoes"], equals: id } };
    return (await db.phoneEvent.findFirst({ where, select: { id: true } })) !== null;
  },
  async clocksOf(deliveryId: string): Promise<Map<string, PhoneClock>> {
    const where = { deliveryId, happenedAt: { not: null } };
    const select = { id: true, deviceAt: true, skewMs: true, isTimeDoubtful: true };
    const rows = await db.phoneEvent.findMany({ where, select });
    return new Map(
      rows.map(({ id, deviceAt, skewMs, isTimeDoubtful }) => [
        id,
        { deviceAt, skewMs: skewMs === null ? null : Number(skewMs), isDoubtful: isTimeDoubtful },
      ]),
    );
  },
  async heldSince(deliveryId: string, courierId: string): Promise<Date | null> {
    const where = { shopId_deliveryId_courierId: { shopId, deliveryId, courierId } };
    return (await db.deliveryHolder.findUnique({ where }))?.since ?? null;
  },
  async everHeld(courierId: string, deliveryIds: string[]): Promise<Set<string>> {
    const where = { courierId, deliveryId: { in: deliveryIds } };
    return new Set((await db.deliveryHolder.findMany({ where, select: { deliveryId: true } })).map(({ deliveryId }) => deliveryId));
  },
});

const toPhoneEvent = ({ courierId, phoneId, deviceId, receivedAt, appliedAt, body, outcome }: Row): PhoneEventRecord => ({
  ...{ courierId, phoneId, deviceId, receivedAt, appliedAt },
  event: body as unknown as PhoneEvent,
  outcome: outcome as Outcome | null,
});

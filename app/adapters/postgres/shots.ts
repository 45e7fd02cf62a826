import { Prisma, type Shot as Row } from "@prisma/client";
import { MOST_PHOTO_BYTES, MOST_TRIES } from "~/domain/phone-event/photo-problem";
import type { ShotRecord } from "~/ports/door-records";
import type { Context } from "./store";

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

/** The row of the shot is the lock: of two pieces for the same place one finds it moved on. */
const ADD_PART = `
  WITH moved AS (
    UPDATE "Shot" SET "receivedBytes" = "receivedBytes" + octet_length($5::bytea)
    WHERE "shopId" = $1::uuid AND "id" = $2::uuid AND "courierId" = $3::uuid AND "attemptId" IS NOT NULL AND "receivedAt" IS NULL
      AND ("problem" IS NULL OR ("problem"->>'code' = 'photo_hash' AND ("problem"->'params'->>'tries')::int < ${MOST_TRIES}))
      AND "receivedBytes" = $4::int AND $4::int + octet_length($5::bytea) < "bytes" AND "bytes" <= ${MOST_PHOTO_BYTES}
    RETURNING "receivedBytes", "bytes"),
  kept AS (INSERT INTO "ShotPart" ("shopId", "shotId", "offset", "bytes") SELECT $1::uuid, $2::uuid, $4::int, $5::bytea FROM moved)
  SELECT "receivedBytes" AS "offset", "bytes" AS "length" FROM moved`;

export const shots = ({ shopId, db }: Context) => ({
  async insertShots(shots: ShotRecord[]): Promise<void> {
    await db.shot.createMany({ data: shots.map((shot) => ({ shopId, ...columnsOf(shot) })), skipDuplicates: true });
  },
  async shot(id: string): Promise<ShotRecord | null> {
    const row = await db.shot.findUnique({ where: { shopId_id: { shopId, id } } });
    return row && toShot(row);
  },
  async addShotPart({ shotId, courierId, offset, bytes }: { shotId: string; courierId: string; offset: number; bytes: Uint8Array }) {
    const rows = await db.$queryRawUnsafe<{ offset: number; length: number }[]>(ADD_PART, shopId, shotId, courierId, offset, bytes);
    return rows[0] ?? null;
  },
  async shotParts(shotId: string): Promise<Uint8Array[]> {
    return (await db.shotPart.findMany({ where: { shotId }, orderBy: { offset: "asc" } })).map(({ bytes }) => bytes);
  },
  async endShotParts(id: string, { problem, ...patch }: Partial<Omit<ShotRecord, "id" | "link" | "takenAt" | "overridden">>) {
    await db.shotPart.deleteMany({ where: { shotId: id } });
    const data = { ...patch, ...(problem === undefined ? {} : { problem: json(problem) }) };
    await db.shot.update({ where: { shopId_id: { shopId, id } }, data });
  },
  async shotsOfChain({
    courierId,
    phoneId,
    day,
  }: {
    courierId: string | null;
    phoneId: string | null;
    day: string;
  }): Promise<ShotRecord[]> {
    return (await db.shot.findMany({ where: { courierId, phoneId, chainDay: day }, orderBy: { chainNumber: "asc" } })).map(toShot);
  },
  async ordersWithSamePhoto(deliveryId: string): Promise<Map<string, string[]>> {
    const rows = await db.$queryRawUnsafe<{ sha256: string; names: string[] }[]>(
      `SELECT m."sha256", array_agg(DISTINCT o."name") AS "names" FROM "Shot" m
       JOIN "Shot" t ON t."shopId" = m."shopId" AND t."sha256" = m."sha256" AND t."deliveryId" <> m."deliveryId" AND t."attemptId" IS NOT NULL
       JOIN "DeliveryAttempt" r ON r."shopId" = t."shopId" AND r."id" = t."attemptId" AND r."undoneAt" IS NULL
       JOIN "Delivery" d ON d."shopId" = t."shopId" AND d."id" = t."deliveryId"
       JOIN "Order" o ON o."shopId" = d."shopId" AND o."id" = d."orderId"
       WHERE m."shopId" = $1::uuid AND m."deliveryId" = $2::uuid AND m."attemptId" IS NOT NULL GROUP BY m."sha256"`,
      shopId,
      deliveryId,
    );
    return new Map(rows.map(({ sha256, names }) => [sha256, names]));
  },
  async shotsOfDelivery(deliveryId: string): Promise<ShotRecord[]> {
    const rows = await db.shot.findMany({ where: { deliveryId }, orderBy: [{ takenAt: "asc" }, { ordinal: "asc" }] });
    return rows.map(toShot);
  },
});

const columnsOf = ({ link, takenAt, overridden, problem, ...shot }: ShotRecord) => ({
  ...shot,
  takenAt: new Date(takenAt),
  overridden: json(overridden),
  problem: json(problem),
  chainDay: link?.day ?? null,
  chainNumber: link?.number ?? null,
  chainPrev: link?.prev ?? null,
  chainHash: link?.hash ?? null,
});

export function toShot({ shopId: _shop, chainDay, chainNumber, chainPrev, chainHash, ...row }: Row): ShotRecord {
  const link = chainHash === null ? null : { day: chainDay!, number: chainNumber!, prev: chainPrev, hash: chainHash };
  return {
    ...row,
    takenAt: row.takenAt.toISOString(),
    role: row.role as NonNullable<ShotRecord["role"]>,
    overridden: row.overridden as ShotRecord["overridden"],
    problem: row.problem as ShotRecord["problem"],
    link,
  };
}

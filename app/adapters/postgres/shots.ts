import { Prisma, type Shot as Row } from "@prisma/client";
import type { ShotRecord } from "~/ports/records";
import type { Context } from "./store";

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

export const shots = ({ shopId, db }: Context) => ({
  async insertShots(shots: ShotRecord[]): Promise<void> {
    await db.shot.createMany({ data: shots.map((shot) => ({ shopId, ...columnsOf(shot) })), skipDuplicates: true });
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
    overridden: row.overridden as ShotRecord["overridden"],
    problem: row.problem as ShotRecord["problem"],
    link,
  };
}

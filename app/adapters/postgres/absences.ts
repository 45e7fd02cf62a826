import { Prisma } from "@prisma/client";
import type { AbsenceRecord } from "~/ports/courier-records";
import { toAbsence } from "./rows";
import type { Context } from "./store";

const json = (value: unknown) => value as Prisma.InputJsonValue;

export const absences = ({ shopId, db }: Context) => ({
  async insertAbsence({ moves, runs, ...absence }: Omit<AbsenceRecord, "endedAt" | "kept">) {
    await db.courierAbsence.create({ data: { shopId, ...absence, moves: json(moves), runs: json(runs) } });
  },
  async absence(id: string): Promise<AbsenceRecord | null> {
    const row = await db.courierAbsence.findUnique({ where: { shopId_id: { shopId, id } } });
    return row && toAbsence(row);
  },
  async lastAbsence(courierId: string, { day, since }: { day: string; since: Date }): Promise<AbsenceRecord | null> {
    const where = { courierId, OR: [{ day }, { declaredAt: { gte: since } }] };
    const row = await db.courierAbsence.findFirst({ where, orderBy: { id: "desc" } });
    return row && toAbsence(row);
  },
  async endAbsence(id: string, { endedAt, kept }: Pick<AbsenceRecord, "endedAt" | "kept">) {
    const data = { endedAt, kept: kept === null ? Prisma.DbNull : json(kept) };
    await db.courierAbsence.update({ where: { shopId_id: { shopId, id } }, data });
  },
});

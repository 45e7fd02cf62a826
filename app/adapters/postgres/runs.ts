import type { RunRecord } from "~/ports/courier-records";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import { toDelivery, toOrder, toRun } from "./rows";
import type { Context } from "./store";

export const runs = ({ shopId, db, clock, ids }: Context) => ({
  async insertRun(run: Pick<RunRecord, "courierId" | "locationId">): Promise<RunRecord> {
    return toRun(await db.run.create({ data: { shopId, id: ids.uuid(), ...run, state: "loading", createdAt: clock.now() } }));
  },
  async run(id: string): Promise<RunRecord> {
    return toRun(await db.run.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } }));
  },
  async findRun(id: string): Promise<RunRecord | null> {
    const row = await db.run.findUnique({ where: { shopId_id: { shopId, id } } });
    return row && toRun(row);
  },
  async openRuns(courierId: string): Promise<RunRecord[]> {
    return (await db.run.findMany({ where: { courierId, state: { not: "ended" } }, orderBy: { id: "asc" } })).map(toRun);
  },
  async stopsOfRun(runId: string): Promise<{ delivery: DeliveryRecord; order: OrderRecord }[]> {
    const rows = await db.delivery.findMany({
      where: { runId },
      orderBy: [{ assignedAt: "asc" }, { id: "asc" }],
      include: { order: true },
    });
    return rows.map(({ order, ...row }) => ({ delivery: toDelivery(row), order: toOrder(order) }));
  },
  async updateRun(id: string, patch: Partial<Omit<RunRecord, "id" | "courierId" | "locationId" | "createdAt">>) {
    await db.run.update({ where: { shopId_id: { shopId, id } }, data: patch });
  },
});

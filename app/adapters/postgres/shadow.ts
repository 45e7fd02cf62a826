import { Prisma } from "@prisma/client";
import type { ShadowResult } from "~/domain/shadow-month/result";
import type { ShadowRunRecord } from "~/ports/records";
import { toShadowRun } from "./rows";
import type { Context } from "./store";

type Patch = Partial<Omit<ShadowRunRecord, "id" | "month" | "startedAt">>;
const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue | undefined));

export const shadow = ({ shopId, db, clock, ids }: Context) => ({
  async openShadowRun(month: string): Promise<ShadowRunRecord> {
    const old = await db.shadowRun.findMany({ where: { month }, select: { id: true } });
    await db.shadowResult.deleteMany({ where: { runId: { in: old.map(({ id }) => id) } } });
    await db.shadowRun.deleteMany({ where: { month } });
    const row = { shopId, id: ids.uuid(), month, state: "running", startedAt: clock.now() };
    return toShadowRun(await db.shadowRun.create({ data: row }));
  },
  async shadowRun(id: string): Promise<ShadowRunRecord | null> {
    const row = await db.shadowRun.findUnique({ where: { shopId_id: { shopId, id } } });
    return row && toShadowRun(row);
  },
  async shadowRunOf(month: string): Promise<ShadowRunRecord | null> {
    const row = await db.shadowRun.findUnique({ where: { shopId_month: { shopId, month } } });
    return row && toShadowRun(row);
  },
  async shadowRuns(): Promise<ShadowRunRecord[]> {
    return (await db.shadowRun.findMany({ orderBy: { id: "desc" } })).map(toShadowRun);
  },
  async updateShadowRun(id: string, { certificateProblem, problem, ...patch }: Patch) {
    const data = { ...patch, certificateProblem: json(certificateProblem), problem: json(problem) };
    await db.shadowRun.update({ where: { shopId_id: { shopId, id } }, data });
  },
  async judgedOrders(runId: string, orderGids: string[]): Promise<Set<string>> {
    const rows = await db.shadowResult.findMany({ where: { runId, orderGid: { in: orderGids } }, select: { orderGid: true } });
    return new Set(rows.map(({ orderGid }) => orderGid));
  },
  async insertShadowResult(runId: string, { totalMinor, differenceMinor, ...result }: ShadowResult) {
    const amounts = { totalMinor: BigInt(totalMinor), differenceMinor: differenceMinor === null ? null : BigInt(differenceMinor) };
    await db.shadowResult.createMany({ data: [{ shopId, runId, ...result, ...amounts }], skipDuplicates: true });
  },
  async forgetShadowResults(orderGids: string[]) {
    await db.shadowResult.deleteMany({ where: { orderGid: { in: orderGids } } });
  },
  async forgetShadowMonths() {
    await db.shadowResult.deleteMany({ where: {} });
    await db.shadowRun.deleteMany({ where: {} });
  },
  /** The types are written out: only so does the index of settings' events serve. */
  async areSettingsNewerThan(runId: string): Promise<boolean> {
    const rows = await db.$queryRawUnsafe<object[]>(
      `SELECT 1 FROM "Event" WHERE "shopId" = $1::uuid AND "id" > $2::uuid
         AND "type" IN ('issuer', 'series', 'establishment', 'location', 'certificate', 'triggers', 'invoicing', 'payment_codes', 'tax_rules', 'product_taxes') LIMIT 1`,
      shopId,
      runId,
    );
    return rows.length > 0;
  },
});

import type { CashHandOver, Settlement } from "@prisma/client";
import { isOver, type Counted, type Side } from "~/domain/settlement/hand-over";
import type { SettlementState } from "~/domain/settlement/settlement-state";
import type { HandOverRecord, SettlementRecord } from "~/ports/settlement";
import type { Context } from "./store";

const big = (value: number | null | undefined) => (typeof value === "number" ? BigInt(value) : value);
const orNull = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** Cash that changes hands, and the statements that are made of it all. */
export const settlements = ({ shopId, db }: Context) => ({
  async insertHandOver({ courierMinor, shopMinor, ...handOver }: HandOverRecord): Promise<boolean> {
    const data = [{ shopId, ...handOver, courierMinor: big(courierMinor), shopMinor: big(shopMinor) }];
    return (await db.cashHandOver.createMany({ data, skipDuplicates: true })).count === 1;
  },
  async findHandOver(id: string): Promise<HandOverRecord | null> {
    const row = await db.cashHandOver.findUnique({ where: { shopId_id: { shopId, id } } });
    return row && toHandOver(row);
  },
  async updateHandOver(id: string, { courierMinor, shopMinor, agreedAt }: Partial<Counted & Pick<HandOverRecord, "agreedAt">>) {
    const data = { courierMinor: big(courierMinor), shopMinor: big(shopMinor), agreedAt };
    await db.cashHandOver.update({ where: { shopId_id: { shopId, id } }, data });
  },
  async handOvers(courierId: string, since: Date): Promise<HandOverRecord[]> {
    const where = { courierId, OR: [{ agreedAt: null }, { saidAt: { gte: since } }] };
    const rows = (await db.cashHandOver.findMany({ where, orderBy: [{ saidAt: "desc" }, { id: "desc" }] })).map(toHandOver);
    return rows.filter((row) => row.saidAt >= since || !isOver(row));
  },

  async insertSettlement({ paidMinor, ...settlement }: SettlementRecord, entryIds: string[]) {
    await db.settlement.create({ data: { shopId, ...settlement, paidMinor: big(paidMinor) } });
    await db.settlementEntry.createMany({ data: entryIds.map((entryId) => ({ shopId, entryId, settlementId: settlement.id })) });
  },
  async findSettlement(id: string): Promise<SettlementRecord | null> {
    const row = await db.settlement.findUnique({ where: { shopId_id: { shopId, id } } });
    return row && toSettlement(row);
  },
  async settlements(courierId: string, take: number): Promise<SettlementRecord[]> {
    return (await db.settlement.findMany({ where: { courierId }, orderBy: { number: "desc" }, take })).map(toSettlement);
  },
  async standingSettlement(courierId: string, currency: string): Promise<SettlementRecord | null> {
    const where = { courierId, currency, state: { not: "withdrawn" } };
    const row = await db.settlement.findFirst({ where, orderBy: { number: "desc" } });
    return row && toSettlement(row);
  },
  async updateSettlement(
    id: string,
    { paidMinor, ...patch }: Partial<Pick<SettlementRecord, "state" | "answeredAt" | "dispute" | "paidAt" | "paidMinor">>,
  ) {
    await db.settlement.update({ where: { shopId_id: { shopId, id } }, data: { ...patch, paidMinor: big(paidMinor) } });
  },
  async freeEntries(settlementId: string) {
    await db.settlementEntry.deleteMany({ where: { settlementId } });
  },
});

const toHandOver = ({ shopId: _shop, courierMinor, shopMinor, saidBy, ...row }: CashHandOver): HandOverRecord => ({
  ...row,
  courierMinor: orNull(courierMinor),
  shopMinor: orNull(shopMinor),
  saidBy: saidBy as Side,
});

const toSettlement = ({ shopId: _shop, state, paidMinor, ...row }: Settlement): SettlementRecord => ({
  ...row,
  state: state as SettlementState,
  paidMinor: orNull(paidMinor),
});

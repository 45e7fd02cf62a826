import { createHash } from "node:crypto";
import type { Balance } from "~/domain/settlement/balance";
import { mayBecome } from "~/domain/settlement/settlement-state";
import { statementOf, statementText, type Statement, type StatementLine } from "~/domain/settlement/statement";
import { dateIn, endOfDay, nextDay } from "~/domain/time/calendar";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { EntryView, SettlementRecord } from "~/ports/settlement";
import type { ShopStore } from "~/ports/store";

const NOTHING_BEFORE: Balance = { owed: 0, cashInHand: 0 };

type Whose = { courierId: string; currency: string };
/** What a statement until a day would say now, and the entries that would stand in it. */
export type Drafted = { statement: Statement; entryIds: string[] };

/** All that stands in no statement yet, until the end of a day (yyyy-mm-dd in the shop's zone); it goes on where the last one ended. */
export async function draftSettlement(
  s: ShopStore,
  shop: Shop,
  { courierId, currency, until }: Whose & { until: string },
): Promise<Drafted> {
  const [[newest], last, couriers, entries] = [
    await s.settlements(courierId, 1),
    await s.standingSettlement(courierId, currency),
    await s.couriers(),
    await s.openEntries(courierId, { currency, before: endOfDay(until, shop.timeZone) }),
  ];
  const statement = statementOf({
    number: (newest?.number ?? 0) + 1,
    shop: shop.name,
    courier: couriers.find(({ id }) => id === courierId)?.name ?? "",
    currency,
    period: { from: last && earlier(nextDay(last.until), until), until },
    opening: last ? contentOf(last).closing : NOTHING_BEFORE,
    lines: entries.map((entry) => lineOf(entry, shop.timeZone)),
  });
  return { statement, entryIds: entries.map(({ id }) => id) };
}

export const contentOf = ({ content }: Pick<SettlementRecord, "content">): Statement => JSON.parse(content) as Statement;

/** A day may have two statements. */
const earlier = (a: string, b: string): string => (a < b ? a : b);

const lineOf = ({ id, kind, minor, how, basis, reason, order, happenedAt }: EntryView, timeZone: string): StatementLine => ({
  ...{ id, kind, minor, how, basis, reason, order },
  day: dateIn(happenedAt, timeZone),
});

type Asked = { shopId: string; courierId: string; until: string; actor: string };

/**
 * Freezes what a courier earned, collected, handed over and was paid until a day. Throws PermanentFailure nothing_to_settle, or
 * period_not_over { date } for a day to come.
 */
export async function issueSettlement(
  { store, clock, ids }: Pick<Ports, "store" | "clock" | "ids">,
  { shopId, courierId, until, actor }: Asked,
): Promise<{ id: string }> {
  return store.change(shopId, async (s) => {
    await s.lock(`settlement:${courierId}`);
    const [shop, issuedAt] = [await s.shop(), clock.now()];
    if (until > dateIn(issuedAt, shop.timeZone)) throw new PermanentFailure("period_not_over", { date: until });
    const { statement, entryIds } = await draftSettlement(s, shop, { courierId, currency: shop.currency, until });
    if (entryIds.length === 0) throw new PermanentFailure("nothing_to_settle");
    const content = statementText(statement);
    const { number, currency, courier } = statement;
    const settlement: SettlementRecord = {
      ...{ id: ids.uuid(), courierId, number, currency, until, state: "issued", content, sha256: sha256Of(content) },
      ...{ issuedAt, issuedBy: actor, answeredAt: null, dispute: null, paidAt: null, paidMinor: null },
    };
    await s.insertSettlement(settlement, entryIds);
    await s.record({ actor, type: "settlement", to: "issued", reason: { code: "settlement_issued", params: { number, courier } } });
    return { id: settlement.id };
  });
}

const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Its entries may stand in another. Only the last one, so that none that follows opens with what is gone. */
export async function withdrawSettlement(
  { store }: Pick<Ports, "store">,
  { shopId, settlementId, actor }: { shopId: string; settlementId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    const settlement = await lockSettlement(s, settlementId);
    const { id, courierId, currency } = settlement;
    if (!mayBecome(settlement.state, "withdrawn")) throw new PermanentFailure("settlement_is_final");
    if ((await s.standingSettlement(courierId, currency))?.id !== id) throw new PermanentFailure("settlement_not_last");
    await s.updateSettlement(id, { state: "withdrawn" });
    await s.freeEntries(id);
    const reason = { code: "settlement_withdrawn", params: { number: settlement.number } };
    await s.record({ actor, type: "settlement", from: settlement.state, to: "withdrawn", reason });
  });
}

/** A settlement of an id that came from outside, held until the transaction ends. Throws PermanentFailure settlement_unknown. */
export async function lockSettlement(s: ShopStore, id: string): Promise<SettlementRecord> {
  const found = await s.findSettlement(id);
  if (!found) throw new PermanentFailure("settlement_unknown");
  await s.lock(`settlement:${found.courierId}`);
  return (await s.findSettlement(id))!;
}

import { balanceOf, NO_SUMS, type Balance } from "~/domain/settlement/balance";
import type { Statement } from "~/domain/settlement/statement";
import { dateIn, isDay } from "~/domain/time/calendar";
import type { Shop } from "~/ports/records";
import type { SettlementRecord } from "~/ports/settlement";
import { contentOf, draftSettlement } from "~/workflows/settlement/issue-settlement";
import type { QueryPorts } from "./ports";

/** About a year of weeks. */
const MOST_SHOWN = 60;
const HOUR_MILLISECONDS = 3_600_000;

export type CourierBalance = Balance & { id: string; name: string; active: boolean };
export type SettlementRow = Pick<
  SettlementRecord,
  "id" | "number" | "state" | "sha256" | "issuedAt" | "issuedBy" | "answeredAt" | "dispute" | "paidAt" | "paidMinor"
> & {
  period: Statement["period"];
  closing: Balance;
  /** Its table and its print; the link stops working after an hour. */
  url: string;
};
export type SettlementsPage = {
  currency: string;
  /** yyyy-mm-dd in the shop's zone. */
  today: string;
  couriers: CourierBalance[];
  chosen: { courier: CourierBalance; draft: Statement; settlements: SettlementRow[] } | null;
};

type Needs = Pick<QueryPorts, "store" | "clock" | "links">;
type Asked = { shop: Shop; courierId: string | null; until: string | null };

/** What each courier is owed and has in hand; of one of them what a statement until a day would say, and those that were issued. */
export async function settlementsPage({ store, clock, links }: Needs, { shop, courierId, until }: Asked): Promise<SettlementsPage> {
  const s = store.of(shop.id);
  const { currency, timeZone, publicKey } = shop;
  const now = clock.now();
  const today = dateIn(now, timeZone);
  const [people, sums] = await Promise.all([s.couriers(), s.courierSums(currency)]);
  const couriers = people.map(({ id, name, active }) => ({ id, name, active, ...balanceOf(sums.get(id) ?? NO_SUMS) }));
  const courier = couriers.find(({ id }) => id === courierId);
  if (!courier) return { currency, today, couriers, chosen: null };
  const asked = until !== null && isDay(until) && until <= today ? until : today;
  const { statement: draft } = await draftSettlement(s, shop, { courierId: courier.id, currency, until: asked });
  const expiresAt = new Date(now.getTime() + HOUR_MILLISECONDS);
  const rowOf = ({ content, courierId: _courier, currency: _currency, until: _until, ...settlement }: SettlementRecord): SettlementRow => {
    const { period, closing } = contentOf({ content });
    return { ...settlement, period, closing, url: links.fileUrl({ publicKey, kind: "settlement", id: settlement.id }, expiresAt) };
  };
  return { currency, today, couriers, chosen: { courier, draft, settlements: (await s.settlements(courier.id, MOST_SHOWN)).map(rowOf) } };
}

import { partsOf } from "~/domain/rate/commission-words";
import { balanceOf } from "~/domain/settlement/balance";
import type { CourierAccount, HandOverView, MoneyLine, SettlementView } from "~/domain/settlement/courier-money";
import type { Entry } from "~/domain/settlement/entry";
import { handOverState } from "~/domain/settlement/hand-over";
import { dateIn, startOfDay } from "~/domain/time/calendar";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { EntryView, HandOverRecord, SettlementRecord } from "~/ports/settlement";
import { contentOf } from "~/workflows/settlement/issue-settlement";

const DAY_MILLISECONDS = 86_400_000;
/** Statements that a courier still sees once they are over. */
const MOST_SETTLEMENTS = 6;

type Asked = { shop: Pick<Shop, "id" | "timeZone" | "currency">; courierId: string; days: number };

/** A courier's account: what they earned in the last days (1: today), what they have in hand, what is to be confirmed or signed. */
export async function courierMoney(
  { store, clock, countries }: Pick<Ports, "store" | "clock" | "countries">,
  { shop, courierId, days }: Asked,
): Promise<CourierAccount> {
  const s = store.of(shop.id);
  const { currency, timeZone } = shop;
  const now = clock.now();
  const since = startOfDay(new Date(now.getTime() - (days - 1) * DAY_MILLISECONDS), timeZone);
  const [sums, entries, handOvers, settlements] = await Promise.all([
    s.sumsOfCourier(courierId, currency),
    s.entriesSince(courierId, since),
    s.handOvers(courierId, since),
    s.settlements(courierId, MOST_SETTLEMENTS),
  ]);
  return {
    currency,
    today: dateIn(now, timeZone),
    since: dateIn(since, timeZone),
    balance: balanceOf(sums),
    legalCashMinor: countries("EC").cashLimit?.minor ?? null,
    lines: entries.filter((entry) => entry.currency === currency).map((entry) => lineOfEntry(entry, timeZone)),
    handOvers: handOvers.filter((one) => one.currency === currency).map((one) => handOverView(one, timeZone)),
    settlements: settlements.filter(({ state }) => state !== "withdrawn").map(settlementView),
  };
}

type Told = Pick<Entry, "kind" | "minor" | "how" | "basis" | "reason"> & { id: string; order: string | null };
const lineOf = ({ basis, ...line }: Told, day: string, isCorrection: boolean): MoneyLine => {
  const { id, kind, minor, how, reason, order } = line;
  return { id, kind, minor, how, reason, order, day, isCorrection, parts: basis && partsOf(basis) };
};

export const lineOfEntry = (entry: EntryView, timeZone: string): MoneyLine =>
  lineOf(entry, dateIn(entry.happenedAt, timeZone), isCorrection(entry.key));

/** What was reckoned or told otherwise before. */
const isCorrection = (key: string): boolean => key.startsWith("undone:") || (key.startsWith("earned:") && !key.endsWith(":1"));

export const handOverView = ({ id, courierMinor, shopMinor, saidAt }: HandOverRecord, timeZone: string): HandOverView => ({
  ...{ id, courierMinor, shopMinor, day: dateIn(saidAt, timeZone) },
  state: handOverState({ courierMinor, shopMinor }),
});

function settlementView({ id, number, state, sha256, dispute, paidMinor, ...frozen }: SettlementRecord): SettlementView {
  const { period, opening, sums, closing, lines } = contentOf(frozen);
  const isAwaited = state === "issued" || state === "disputed";
  const shown = isAwaited ? lines.map((line) => lineOf(line, line.day, false)) : [];
  return { id, number, state, sha256, dispute, paidMinor, period, opening, sums, closing, lines: shown };
}

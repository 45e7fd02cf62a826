import type { DeskView } from "~/domain/order/desk-view";
import { foldText } from "~/domain/order/search-text";
import type { Shop } from "~/ports/records";
import type { DeskCounters, DeskRow } from "~/ports/screens";
import type { QueryPorts } from "./ports";
import { type Paging, pagingOf, type PageInput } from "./paging";

const PAGE_SIZE = 25;
export type Desk = { rows: DeskRow[]; paging: Paging; counters: DeskCounters; now: string };

/** The order desk: what needs attention first, then the newest. */
export async function orderDesk(
  { screens, clock }: Pick<QueryPorts, "screens" | "clock">,
  { shop, view, ...input }: { shop: Shop; view: DeskView } & PageInput,
): Promise<Desk> {
  const now = clock.now();
  const filter = { view, term: foldText(input.term), offset: (input.page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const [{ rows, total }, counters] = await Promise.all([screens.desk(shop.id, filter), screens.deskCounters(shop.id, now, shop.timeZone)]);
  return { rows, counters, paging: pagingOf(input.page, PAGE_SIZE, total), now: now.toISOString() };
}

import type { DocumentView } from "~/domain/document/document-view";
import { foldText } from "~/domain/order/search-text";
import type { Shop } from "~/ports/records";
import type { DocumentRow } from "~/ports/screens";
import { contingency, type Contingency } from "./contingency";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { legalDeadline } from "./legal-deadline";
import { type Paging, pagingOf, type PageInput } from "./paging";
import type { QueryPorts } from "./ports";

const PAGE_SIZE = 50;

/** The accountant's control list of fiscal documents. */
export async function documentList(
  ports: Pick<QueryPorts, "screens" | "store" | "clock" | "countries">,
  { shop, view, ...input }: { shop: Shop; view: DocumentView } & PageInput,
): Promise<{ rows: (DocumentRow & { dueAt: string | null })[]; paging: Paging; contingency: Contingency | null; now: string }> {
  const { screens, store, clock, countries } = ports;
  const { rows, total } = await screens.documents(shop.id, {
    view,
    term: foldText(input.term),
    offset: (input.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const pack = countries("EC");
  const timeZone = await fiscalZone(store.of(shop.id), pack);
  return {
    rows: rows.map((row) => ({ ...row, dueAt: legalDeadline(pack, row, timeZone) })),
    paging: pagingOf(input.page, PAGE_SIZE, total),
    contingency: await contingency(ports, { shop, timeZone }),
    now: clock.now().toISOString(),
  };
}

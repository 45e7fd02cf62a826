import type { DocumentView } from "~/domain/document/document-view";
import { foldText } from "~/domain/order/search-text";
import type { Shop } from "~/ports/records";
import type { DocumentRow } from "~/ports/screens";
import { type Paging, pagingOf, type PageInput } from "./paging";
import type { QueryPorts } from "./ports";

const PAGE_SIZE = 50;

/** The accountant's control list of fiscal documents. */
export async function documentList(
  { screens, clock }: Pick<QueryPorts, "screens" | "clock">,
  { shop, view, ...input }: { shop: Shop; view: DocumentView } & PageInput,
): Promise<{ rows: DocumentRow[]; paging: Paging; now: string }> {
  const { rows, total } = await screens.documents(shop.id, {
    view,
    term: foldText(input.term),
    offset: (input.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  return { rows, paging: pagingOf(input.page, PAGE_SIZE, total), now: clock.now().toISOString() };
}

import type { CountryPack, Outcome } from "~/countries/pack";
import type { DocumentInput, DocumentType } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { letRunGo } from "./let-run-go";
import { prepareGuide } from "./prepare-guide";
import { prepareInvoice } from "./prepare-invoice";

type Draft<Input> = Input extends DocumentInput ? Omit<Input, "sequence" | "randomCode"> : never;
type Needs = Pick<Ports, "store" | "admin" | "clock">;
type Issue = {
  /** Everything a number may be spent on, or the first thing that is missing. */
  prepare(
    ports: Needs,
    pack: CountryPack,
    shopId: string,
    document: DocumentRecord,
  ): Promise<Outcome<{ seriesId: string; input: Draft<DocumentInput> }>>;
  /** Who learns of the authorisation; part of its transaction. */
  authorised(ports: Needs, s: ShopStore, document: DocumentRecord): Promise<void>;
};

const ISSUES: Partial<Record<DocumentType, Issue>> = {
  invoice: { prepare: prepareInvoice, authorised: tellBuyerAndOrder },
  dispatch_guide: { prepare: prepareGuide, authorised: letRunGo },
};

/** What documents of a kind are made from, and what follows from their authorisation. */
export function issueOf(kind: DocumentType): Issue {
  const issue = ISSUES[kind];
  if (!issue) throw new Error(`nothing tells how a ${kind} is prepared`);
  return issue;
}

async function tellBuyerAndOrder(_ports: Needs, s: ShopStore, { id }: DocumentRecord): Promise<void> {
  await s.enqueue("mail-document", { shopId: s.shopId, documentId: id });
  await s.enqueue("write-back-document", { shopId: s.shopId, documentId: id });
}

import type { CountryPack, Outcome } from "~/countries/pack";
import { dateIn } from "~/domain/time/calendar";
import { firstBrought } from "~/domain/delivery/first-brought";
import { operationAt } from "~/domain/document/operation";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { isOfDelivery } from "./delivery-share";
import { fiscalZone } from "./fiscal-zone";

/** The day that an invoice bears: the accountant's choice, else the country's rule. `late_sync` where the accountant has to choose. */
export async function issueDateOf(s: ShopStore, pack: CountryPack, document: DocumentRecord, now: Date): Promise<Outcome<string>> {
  if (document.chosenIssueDate) return { ok: true, value: document.chosenIssueDate };
  return pack.issueDate({ operationAt: await operationOf(s, document), now, timeZone: await fiscalZone(s, pack) });
}

/** When the buyer got what is invoiced: with its delivery, or of several the first. An invoice that replaces a voided one is an operation of its own day. */
async function operationOf(s: ShopStore, document: DocumentRecord): Promise<Date> {
  const { orderId, createdAt, subject } = document;
  if (!orderId) return createdAt;
  const [all, documents] = [await s.deliveriesOfOrder(orderId), await s.documentsOfOrder(orderId)];
  const isAnew = documents.some(({ kind, state, number }) => kind === "invoice" && state === "voided" && number !== null);
  const deliveries = isOfDelivery(document) ? all.filter(({ id }) => id === subject) : all;
  return operationAt({ createdAt, deliveredAt: isAnew ? null : (firstBrought(deliveries)?.deliveredAt ?? null) });
}

type Input = { shopId: string; documentId: string; actor: string; choice: "today" | "operation" };

/** The accountant says which day a late invoice bears, and it is issued. PermanentFailure not_waiting_for_date. */
export async function chooseIssueDate(
  { store, countries, clock }: Pick<Ports, "store" | "countries" | "clock">,
  { shopId, documentId, actor, choice }: Input,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`document:${documentId}`);
    const document = await s.document(documentId);
    if (document.state !== "waiting_for_data" || document.attention?.code !== "late_sync")
      throw new PermanentFailure("not_waiting_for_date");
    const timeZone = await fiscalZone(s, countries(document.country));
    const date = dateIn(choice === "today" ? clock.now() : await operationOf(s, document), timeZone);
    await s.updateDocument(documentId, { chosenIssueDate: date, attention: null });
    await s.record({
      orderId: document.orderId,
      documentId,
      actor,
      type: "document",
      from: document.state,
      to: document.state,
      reason: { code: "issue_date_chosen", params: { date } },
    });
    await s.enqueue("issue-document", { shopId, documentId });
  });
}

import type { Answer } from "~/countries/pack";
import type { DocumentRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { letRunGo } from "~/workflows/run/let-run-go";
import { advance, type IssueNeeds } from "./document-step";
import { orderOf } from "./order-of";
import { closeIfCredited, requestCredits } from "./request-credits";
import { noteRest } from "./rest-of-order";

/** The authority has taken it: what follows is asked for with it. */
export async function authorise(
  ports: IssueNeeds,
  shopId: string,
  document: DocumentRecord,
  { authorisation, messages }: Extract<Answer, { state: "authorised" }>,
): Promise<void> {
  const patch = {
    authorisation,
    authorisationNumber: authorisation.number,
    authorisedAt: new Date(authorisation.at),
    messages,
    attention: null,
  };
  await advance(ports, shopId, document, "authorised", patch, async (s) => {
    // A guide is shown on the road: it is neither mailed nor written to an order.
    if (document.kind === "dispatch_guide") return letRunGo(ports, s, document);
    await s.enqueue("mail-document", { shopId, documentId: document.id });
    await s.enqueue("write-back-document", { shopId, documentId: document.id });
    if (document.kind === "invoice") await followWhatCameMeanwhile(ports, s, document);
    if (document.kind === "credit_note") await closeIfCredited(s, document);
  });
}

/** Refunds and edits made while the authority had the invoice. Under the order's lock: one that is just being read must not be missed by both sides. */
async function followWhatCameMeanwhile(ports: IssueNeeds, s: ShopStore, document: DocumentRecord): Promise<void> {
  await s.lock(`order:${(await orderOf(s, document)).gid}`);
  const order = await orderOf(s, document);
  await requestCredits(ports, s, order);
  await noteRest(ports, s, order);
}

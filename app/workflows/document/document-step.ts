import { TransientFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { eventAbout } from "./order-of";

/** What issuing a document takes. */
export type IssueNeeds = Pick<Ports, "store" | "admin" | "clock" | "ids" | "countries" | "authority" | "signer" | "log">;

/** One step of the document, with its event, unless somebody else took it meanwhile. */
export async function advance(
  ports: IssueNeeds,
  shopId: string,
  document: DocumentRecord,
  to: DocumentRecord["state"],
  patch: Partial<DocumentRecord>,
  then?: (s: ShopStore) => Promise<void>,
): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock(`document:${document.id}`);
    const { state: from } = await s.document(document.id);
    if (!mayFollow(from, to)) return;
    await s.updateDocument(document.id, { ...patch, state: to });
    const byAuthority = to === "authorised" || to === "rejected" || to === "voided";
    if (from !== to)
      await s.record({
        ...eventAbout(document),
        actor: byAuthority ? "authority" : "system",
        from,
        to,
        reason: patch.attention ?? null,
      });
    await then?.(s);
  });
}

const FOLLOWS: Partial<Record<DocumentRecord["state"], DocumentRecord["state"][]>> = {
  waiting_for_data: ["sent", "authorised", "voided"],
  numbered: ["signed"],
  signed: ["sent"],
  sent: ["sent", "answer_unknown", "authorised", "rejected", "voided"],
  answer_unknown: ["sent", "answer_unknown", "authorised", "rejected", "voided"],
};
const mayFollow = (from: DocumentRecord["state"], to: DocumentRecord["state"]): boolean => FOLLOWS[from]?.includes(to) ?? false;

/** The document waits, and says for what. A bug would be a wait that never ends, so `numbered` documents that cannot be signed fail the job too. */
export async function hold(ports: IssueNeeds, shopId: string, document: DocumentRecord, attention: Worded, retry = false): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock(`document:${document.id}`);
    // It was taken back meanwhile: it waits for nothing.
    if ((await s.document(document.id)).state === "voided") return;
    await s.updateDocument(document.id, { attention });
    if (document.attention?.code !== attention.code)
      await s.record({
        ...eventAbout(document),
        actor: "system",
        from: document.state,
        to: document.state,
        reason: attention,
      });
  });
  if (retry) throw new TransientFailure(`${document.number}: ${attention.code}`);
}

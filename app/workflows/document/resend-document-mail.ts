import { isEmailAddress } from "~/domain/fiscal-data/problems";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { isAboutMail, isMailable } from "./mail-document";
import { eventAbout } from "./order-of";

type ResendDocumentMail = { shopId: string; documentId: string; actor: string; to?: string | null };

/**
 * The buyer asks for the mail again, perhaps at another address (`to`; none: the one of the fiscal data). Each asking is a mail of its own.
 * PermanentFailure not_authorised_yet, email_invalid.
 */
export async function resendDocumentMail(
  { store, ids }: Pick<Ports, "store" | "ids">,
  { shopId, documentId, actor, to = null }: ResendDocumentMail,
): Promise<void> {
  if (to !== null && !isEmailAddress(to)) throw new PermanentFailure("email_invalid");
  await store.change(shopId, async (s) => {
    await s.lock(`document:${documentId}`);
    const { kind, state, orderId, attention, mailsAsked } = await s.document(documentId);
    if (orderId === null || !isMailable(state)) throw new PermanentFailure("not_authorised_yet");
    await s.updateDocument(documentId, {
      mailsAsked: [...mailsAsked, { id: ids.uuid(), to }],
      ...(isAboutMail(attention) ? { attention: null } : {}),
    });
    await s.record({ ...eventAbout({ id: documentId, kind, orderId }), actor, from: state, to: state, reason: { code: "resend" } });
    await s.enqueue("mail-document", { shopId, documentId });
  });
}

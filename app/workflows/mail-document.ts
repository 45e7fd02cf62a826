import { buyerOf } from "~/domain/document/buyer-of";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/records";
import { orderOf } from "./order-of";

type Input = { shopId: string; documentId: string };
type Needs = Pick<Ports, "store" | "clock" | "countries" | "mail" | "letters" | "files">;

/** The buyer gets the authorised XML and its print. The message's id is the document's: a mail sent twice after a crash is recognised as one. */
export async function mailDocument(ports: Needs, { shopId, documentId }: Input): Promise<void> {
  const { store, clock, mail, letters } = ports;
  const s = store.of(shopId);
  const document = await s.document(documentId);
  if (document.state !== "authorised") return;
  const [shop, order] = [await s.shop(), await orderOf(s, document)];
  const to = buyerOf(document.input!).email ?? order.sale.email;
  if (!to) return s.updateDocument(documentId, { attention: { code: "buyer_email_missing" } });
  const pdf = await printOf(ports, shopId, document);
  try {
    await mail.send(letters.invoice({ to, shop, orderName: order.name, document, pdf, locale: order.sale.locale ?? shop.locale }));
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    await s.updateDocument(documentId, { attention: { code: "mail_refused", params: { reason: String(error.params.reason ?? "") } } });
    return;
  }
  await store.change(shopId, async (change) => {
    await change.lock(`document:${documentId}`);
    if ((await change.document(documentId)).state !== "authorised") return;
    await change.updateDocument(documentId, { state: "delivered_to_buyer", mailedTo: to, mailedAt: clock.now(), attention: null });
    await change.record({
      orderId: document.orderId,
      documentId,
      actor: "system",
      type: "document",
      from: "authorised",
      to: "delivered_to_buyer",
      reason: { code: "mailed" },
    });
  });
}

/** The print follows from the signed XML, so it is made once and kept. */
async function printOf({ countries, files }: Needs, shopId: string, document: DocumentRecord): Promise<Uint8Array> {
  const pdf = await countries(document.country).print({ signedXml: document.signedXml!, authorisation: document.authorisation });
  await files.put(`${shopId}/prints/${document.id}.pdf`, pdf);
  return pdf;
}

import { weightier } from "~/domain/attention/weight";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord, MailAsked } from "~/ports/document-records";
import type { OrderRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { buyerOf, eventAbout, orderOf } from "./order-of";

type Input = { shopId: string; documentId: string };
type Needs = Pick<Ports, "store" | "clock" | "countries" | "mail" | "letters" | "files">;
/** `id` null: the first mail, which nobody has to ask for. */
type Mailing = { id: string | null; to: string | null };

const FIRST: Mailing = { id: null, to: null };

/**
 * The buyer gets the authorised XML and its print, and again as often as a person asked for it. A mailing's message id is its own and stays: a
 * mail sent twice after a crash is recognised as one. One job at a time: a second one finds nothing left to send.
 */
export function mailDocument(ports: Needs, { shopId, documentId }: Input): Promise<void> {
  return ports.store.exclusively(shopId, `mail:${documentId}`, async () => {
    const document = await ports.store.of(shopId).document(documentId);
    for (const mailing of mailingsOf(document)) await mailOne(ports, shopId, document, mailing);
  });
}

/** What a person asked for takes the place of a first mail that didn't get through. A credited invoice is owed to the buyer like its credit note. */
function mailingsOf({ state, mailsAsked, mailedAt }: DocumentRecord): Mailing[] {
  if (!isMailable(state)) return [];
  if (mailsAsked.length > 0) return mailsAsked;
  return state === "authorised" || (state === "credited" && mailedAt === null) ? [FIRST] : [];
}

async function mailOne(ports: Needs, shopId: string, document: DocumentRecord, mailing: Mailing): Promise<void> {
  const order = await orderOf(ports.store.of(shopId), document);
  const recipient = mailing.to ?? buyerOf(document)?.email ?? order.sale.email;
  if (!recipient) return refuse(ports, shopId, document, mailing, { code: "buyer_email_missing" });
  try {
    await send(ports, shopId, { document, order, mailing, to: recipient });
  } catch (error) {
    if (error instanceof TransientFailure) await delay(ports, shopId, document);
    if (!(error instanceof PermanentFailure)) throw error;
    return refuse(ports, shopId, document, mailing, { code: "mail_refused", params: { reason: String(error.params.reason ?? "") } });
  }
  const { clock } = ports;
  await settle(ports, shopId, document, async (s, { state: from, attention, mailsAsked }) => {
    const to = from === "credited" ? from : "delivered_to_buyer";
    await s.updateDocument(document.id, {
      state: to,
      mailedTo: recipient,
      mailedAt: clock.now(),
      mailsAsked: without(mailsAsked, mailing),
      ...(isAboutMail(attention) ? { attention: null } : {}),
    });
    await s.record({ ...eventAbout(document), actor: "system", from, to, reason: { code: "mailed" } });
  });
}

type Letter = { document: DocumentRecord; order: OrderRecord; mailing: Mailing; to: string };

/** The print follows from the signed XML, so it is made once and kept. */
async function send(
  { store, countries, files, mail, letters }: Needs,
  shopId: string,
  { document, order, mailing, to }: Letter,
): Promise<void> {
  const shop = await store.of(shopId).shop();
  const pdf = await countries(document.country).print({ signedXml: document.signedXml!, authorisation: document.authorisation });
  await files.put(`${shopId}/prints/${document.id}.pdf`, pdf);
  const locale = order.sale.locale ?? shop.locale;
  await mail.send(
    letters.document({ to, shop, orderName: order.name, document, pdf, locale, ...(mailing.id ? { mailing: mailing.id } : {}) }),
  );
}

/** The mail server is away: the queue tries again, and meanwhile everybody can see it. */
const delay = (ports: Needs, shopId: string, document: DocumentRecord): Promise<void> =>
  settle(ports, shopId, document, async (s, { attention }) => {
    if (isAboutMail(attention)) await s.updateDocument(document.id, { attention: { code: "mail_delayed" } });
  });

/** A person must act: this mailing is not tried again by itself. */
const refuse = (ports: Needs, shopId: string, document: DocumentRecord, mailing: Mailing, attention: Worded): Promise<void> =>
  settle(ports, shopId, document, (s, { attention: marked, mailsAsked }) =>
    s.updateDocument(document.id, { attention: weightier(marked, attention), mailsAsked: without(mailsAsked, mailing) }),
  );

/** Writes down what became of a mailing, unless the document was voided meanwhile. */
async function settle(
  { store }: Needs,
  shopId: string,
  { id }: DocumentRecord,
  write: (s: ShopStore, now: DocumentRecord) => Promise<void>,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`document:${id}`);
    const now = await s.document(id);
    if (isMailable(now.state)) await write(s, now);
  });
}

/** The authority has authorised it and it was not voided. */
export const isMailable = (state: DocumentRecord["state"]): boolean =>
  state === "authorised" || state === "delivered_to_buyer" || state === "credited";
const without = (asked: MailAsked[], { id }: Mailing): MailAsked[] => asked.filter((one) => one.id !== id);

/** Whether a mail that got through, or is tried again, settles what is marked; null: nothing is. */
export const isAboutMail = (attention: Worded | null): boolean =>
  attention === null || ["mail_refused", "mail_delayed", "buyer_email_missing"].includes(attention.code);

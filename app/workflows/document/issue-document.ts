import type { Answer, CountryPack } from "~/countries/pack";
import type { DocumentInput, DocumentType } from "~/domain/document/document";
import { TransientFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isHeldBy } from "./certificate-holder";
import { letRunGo } from "~/workflows/run/let-run-go";
import { eventTypeOf, orderOf } from "./order-of";
import { prepareCreditNote } from "./prepare-credit-note";
import { prepareGuide } from "./prepare-guide";
import { prepareInvoice } from "./prepare-invoice";
import { closeIfCredited, requestCredits } from "./request-credits";
import { noteRest } from "./rest-of-order";

type Input = { shopId: string; documentId: string };
export type IssueNeeds = Pick<Ports, "store" | "admin" | "clock" | "ids" | "countries" | "authority" | "signer" | "log">;

/**
 * Takes a document from wherever it stands to authorised. The stored state is the only memory: a worker that dies is replaced by one that
 * goes on from there. Signed bytes are stored before the first send, and whatever was sent once is asked for before it is sent again.
 * One job at a time: a second one would send what the first is just sending, or say that something is missing which has come meanwhile.
 */
export async function issueDocument(ports: IssueNeeds, { shopId, documentId }: Input): Promise<void> {
  const turn = turnOf(await ports.store.of(shopId).document(documentId));
  return ports.store.exclusively(shopId, `issue:${turn}`, () => issue(ports, shopId, documentId));
}

/**
 * What takes turns: credit notes on one invoice, and the invoices of one order. Each takes what the others leave.
 */
export const turnOf = (document: Pick<DocumentRecord, "id" | "kind" | "subject" | "orderId" | "originalId">): string =>
  (document.kind === "invoice" ? document.orderId : document.originalId) ?? document.id;

async function issue(ports: IssueNeeds, shopId: string, documentId: string): Promise<void> {
  const s = ports.store.of(shopId);
  for (;;) {
    const document = await s.document(documentId);
    const pack = ports.countries(document.country);
    switch (document.state) {
      case "waiting_for_data":
        if (document.signedXml && (await isKnownToAuthority(ports, pack, shopId, document))) return;
        if (!(await number(ports, pack, shopId, document))) return;
        break;
      case "numbered":
        await sign(ports, pack, shopId, document);
        break;
      case "signed":
        await markSent(ports, shopId, document);
        await settle(ports, shopId, document, () =>
          pack.transmit(signedOf(document), environmentOf(document), ports.authority(document.country)),
        );
        return;
      case "sent":
      case "answer_unknown":
        await settle(ports, shopId, document, () => askThenSend(ports, pack, document));
        return;
      default:
        return;
    }
  }
}

type Prepare = typeof prepareInvoice;
const PREPARE: Partial<Record<DocumentType, Prepare>> = {
  invoice: prepareInvoice,
  credit_note: prepareCreditNote,
  dispatch_guide: prepareGuide,
};

function prepare(...args: Parameters<Prepare>): ReturnType<Prepare> {
  const [, , , { kind }] = args;
  const known = PREPARE[kind];
  if (!known) throw new Error(`nobody prepares a ${kind}`);
  return known(...args);
}

/** False when the document waits for somebody: the reason is stored with it. */
async function number(ports: IssueNeeds, pack: CountryPack, shopId: string, waiting: DocumentRecord): Promise<boolean> {
  const prepared = await prepare(ports, pack, shopId, waiting);
  if (!prepared.ok) {
    await hold(ports, shopId, waiting, prepared.problem);
    return false;
  }
  const { seriesId, input: draft, settledRefunds } = prepared.value;
  await ports.store.change(shopId, async (s) => {
    await s.lock(`document:${waiting.id}`);
    const document = await s.document(waiting.id);
    if (document.state !== "waiting_for_data") return;
    // Somebody changed the taxpayer since the draft was made: it is made again.
    await s.lock("issuer");
    if ((await s.issuer())?.taxId !== draft.issuer.taxId) return;
    const sequence = document.sequence ?? (await s.takeNumber(seriesId));
    const input: DocumentInput = { ...draft, sequence, randomCode: ports.ids.digits(8) };
    const at = pack.documentNumber(input.series, sequence);
    await s.updateDocument(document.id, {
      state: "numbered",
      seriesId,
      sequence,
      number: at,
      accessKey: pack.accessKey(input),
      issueDate: input.issueDate,
      input,
      settledRefunds,
      ...("totals" in input ? { totalMinor: input.totals.totalMinor } : {}),
      numberedAt: ports.clock.now(),
      attention: null,
    });
    await s.record({
      orderId: document.orderId,
      documentId: document.id,
      actor: "system",
      type: eventTypeOf(document),
      from: document.state,
      to: "numbered",
      reason: { code: "numbered", params: { number: at } },
    });
  });
  return true;
}

async function sign(ports: IssueNeeds, pack: CountryPack, shopId: string, document: DocumentRecord): Promise<void> {
  const certificate = await ports.store.of(shopId).activeCertificate(document.input!.issuer.id);
  if (!certificate) return hold(ports, shopId, document, { code: "certificate_missing" }, true);
  const { issuer } = document.input!;
  if (!isHeldBy(issuer, certificate)) {
    const params = { taxId: certificate.taxId ?? "", issuer: issuer.taxId };
    return hold(ports, shopId, document, { code: "certificate_other_taxpayer", params }, true);
  }
  const built = pack.build(document.input!);
  if (!built.ok) return hold(ports, shopId, document, built.problem, true);
  const signedAt = ports.clock.now();
  const { xml } = pack.sign(built.value, ports.signer(certificate), signedAt.toISOString());
  await advance(ports, shopId, document, "signed", { signedXml: xml, signedAt });
}

const markSent = (ports: IssueNeeds, shopId: string, document: DocumentRecord) =>
  advance(ports, shopId, document, "sent", { sentAt: ports.clock.now(), tries: document.tries + 1 });

/** After a time-out or a crash: ask first; send the same bytes again only when the authority has never heard of them. */
async function askThenSend(ports: IssueNeeds, pack: CountryPack, document: DocumentRecord): Promise<Answer> {
  const net = ports.authority(document.country);
  const answer = await pack.recover(document.accessKey!, environmentOf(document), net);
  return answer.state === "absent" ? pack.transmit(signedOf(document), environmentOf(document), net) : answer;
}

/**
 * Refused once and to be made anew: what was sent before under this number may have got through since (an answer came late, a copy was
 * underway). Only when the authority doesn't hold it may the number bear another key.
 */
async function isKnownToAuthority(ports: IssueNeeds, pack: CountryPack, shopId: string, document: DocumentRecord): Promise<boolean> {
  let answer: Answer;
  try {
    answer = await pack.recover(document.accessKey!, environmentOf(document), ports.authority(document.country));
  } catch (error) {
    if (!(error instanceof TransientFailure)) throw error;
    await hold(ports, shopId, document, unreachable(document));
    throw error;
  }
  if (answer.state !== "authorised" && answer.state !== "pending" && answer.state !== "annulled") return false;
  await settle(ports, shopId, document, () => Promise.resolve(answer));
  return true;
}

const unreachable = ({ tries }: DocumentRecord): Worded => ({ code: "authority_unreachable", params: { tries: tries + 1 } });

/** Writes down what the authority said. No answer and "in process" are tried again by the queue, visibly. */
async function settle(ports: IssueNeeds, shopId: string, document: DocumentRecord, ask: () => Promise<Answer>): Promise<void> {
  let answer: Answer;
  try {
    answer = await ask();
  } catch (error) {
    if (!(error instanceof TransientFailure)) throw error;
    await advance(ports, shopId, document, "answer_unknown", {
      tries: document.tries + 1,
      attention: unreachable(document),
    });
    throw error;
  }
  const { messages } = answer;
  switch (answer.state) {
    case "authorised":
      return authorise(ports, shopId, document, answer);
    case "rejected": {
      const attention: Worded = answer.numberBurned
        ? { code: "number_taken", params: { number: document.number! } }
        : { code: "rejected", params: saidOf(document, answer) };
      return advance(ports, shopId, document, "rejected", { messages, attention });
    }
    case "annulled":
      return advance(ports, shopId, document, "voided", { messages, attention: annulled(document) });
    case "troubled": {
      const attention = { code: "authority_troubled", params: saidOf(document, answer) };
      await advance(ports, shopId, document, "answer_unknown", { messages, tries: document.tries + 1, attention });
      throw new TransientFailure(`${document.number}: the authority has trouble of its own (${answer.code})`);
    }
    case "pending":
    case "absent":
      await advance(ports, shopId, document, "sent", { messages, tries: document.tries + 1, attention: { code: "authority_in_process" } });
      throw new TransientFailure(`${document.number} is in process`);
  }
}

const annulled = ({ number }: DocumentRecord): Worded => ({ code: "annulled_at_authority", params: { number: number! } });

/** The code that decided, with the authority's own words; `country` and code find ours. */
function saidOf({ country }: DocumentRecord, { code, messages }: Extract<Answer, { code: string }>) {
  const said = messages.find((message) => message.code === code) ?? messages[0];
  return { country, code, text: said?.detail ?? said?.text ?? "" };
}

async function authorise(
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

/** One step of the document, with its event, unless somebody else took it meanwhile. */
async function advance(
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
        orderId: document.orderId,
        documentId: document.id,
        actor: byAuthority ? "authority" : "system",
        type: eventTypeOf(document),
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
async function hold(ports: IssueNeeds, shopId: string, document: DocumentRecord, attention: Worded, retry = false): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock(`document:${document.id}`);
    // It was taken back meanwhile: it waits for nothing.
    if ((await s.document(document.id)).state === "voided") return;
    await s.updateDocument(document.id, { attention });
    if (document.attention?.code !== attention.code)
      await s.record({
        orderId: document.orderId,
        documentId: document.id,
        actor: "system",
        type: eventTypeOf(document),
        from: document.state,
        to: document.state,
        reason: attention,
      });
  });
  if (retry) throw new TransientFailure(`${document.number}: ${attention.code}`);
}

const signedOf = (document: DocumentRecord) => ({ xml: document.signedXml!, accessKey: document.accessKey! });
const environmentOf = (document: DocumentRecord) => document.input!.issuer.environment;

import type { DocumentRecord } from "~/ports/document-records";
import { askThenSend, environmentOf, isKnownToAuthority, signedOf } from "./ask-authority";
import { advance, type IssueNeeds } from "./document-step";
import { numberDocument } from "./number-document";
import { settleAnswer } from "./settle-answer";
import { signDocument } from "./sign-document";

type Input = { shopId: string; documentId: string };

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
        if (!(await numberDocument(ports, pack, shopId, document))) return;
        break;
      case "numbered":
        await signDocument(ports, pack, shopId, document);
        break;
      case "signed":
        await markSent(ports, shopId, document);
        await settleAnswer(ports, shopId, document, () =>
          pack.transmit(signedOf(document), environmentOf(document), ports.authority(document.country)),
        );
        return;
      case "sent":
      case "answer_unknown":
        await settleAnswer(ports, shopId, document, () => askThenSend(ports, pack, document));
        return;
      default:
        return;
    }
  }
}

const markSent = (ports: IssueNeeds, shopId: string, document: DocumentRecord) =>
  advance(ports, shopId, document, "sent", { sentAt: ports.clock.now(), tries: document.tries + 1 });

import type { DocumentState } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import { retryDocument } from "./resume-document";

type Input = { shopId: string; actor: string };

/** At most this many at once; a person presses again for more. */
const LIMIT = 200;

const AGAIN: DocumentState[] = ["rejected", "waiting_for_data", "numbered", "sent", "answer_unknown", "authorised", "credited", "voided"];

/** "Again" for every document that is rejected, waits for something or was annulled, and for those whose mail or note on the order was refused. */
export async function retryDocuments(ports: Pick<Ports, "store">, { shopId, actor }: Input): Promise<void> {
  for (const { id } of await ports.store.of(shopId).markedDocuments(AGAIN, LIMIT))
    await retryDocument(ports, { shopId, documentId: id, actor });
}

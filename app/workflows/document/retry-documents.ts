import type { Ports } from "~/ports/ports";
import { retryDocument } from "./resume-document";

type Input = { shopId: string; actor: string };

/** At most this many at once; a person presses again for more. */
const LIMIT = 200;

/** "Again" for every document that is rejected or waits for something, and for those authorised whose mail was refused. */
export async function retryDocuments(ports: Pick<Ports, "store">, { shopId, actor }: Input): Promise<void> {
  const stuck = await ports.store.of(shopId).documentsIn(["rejected", "waiting_for_data", "answer_unknown", "authorised"], LIMIT);
  for (const { id, attention } of stuck) if (attention) await retryDocument(ports, { shopId, documentId: id, actor });
}

import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { retryDocument } from "~/workflows/document/resume-document";

/** A person says "again" of a run's guide: a refused one is rebuilt from today's data under its own number. Throws run_not_waiting when there is none. */
export async function retryGuide(
  ports: Pick<Ports, "store">,
  { shopId, runId, actor }: { shopId: string; runId: string; actor: string },
): Promise<void> {
  const guide = await ports.store.of(shopId).guideOfRun(runId);
  if (!guide) throw new PermanentFailure("run_not_waiting");
  await retryDocument(ports, { shopId, documentId: guide.id, actor });
}

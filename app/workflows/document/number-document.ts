import type { CountryPack } from "~/countries/pack";
import type { DocumentInput, DocumentType } from "~/domain/document/document";
import type { DocumentRecord } from "~/ports/document-records";
import { hold, type IssueNeeds } from "./document-step";
import { eventAbout } from "./order-of";
import { prepareCreditNote } from "./prepare-credit-note";
import { prepareGuide } from "./prepare-guide";
import { prepareInvoice } from "./prepare-invoice";

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
export async function numberDocument(ports: IssueNeeds, pack: CountryPack, shopId: string, waiting: DocumentRecord): Promise<boolean> {
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
      ...eventAbout(document),
      actor: "system",
      from: document.state,
      to: "numbered",
      reason: { code: "numbered", params: { number: at } },
    });
  });
  return true;
}

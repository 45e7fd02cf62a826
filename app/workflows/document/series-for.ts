import { defaultSeries } from "~/domain/document/default-series";
import { DOCUMENT_TYPES, type DocumentType } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import type { IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";

/**
 * The series for documents of a type: the merchant's default. Where credit notes or guides have none yet, one is made at the invoices' place,
 * since numbers run by document type. Null without a series of invoices. Part of the caller's transaction.
 */
async function seriesFor(
  s: ShopStore,
  ids: Ports["ids"],
  issuer: Pick<IssuerRecord, "id" | "environment">,
  documentType: DocumentType,
): Promise<SeriesRecord | null> {
  await s.lock("issuer");
  const all = await s.series(issuer.id);
  const known = defaultSeries(all, documentType, issuer.environment);
  const invoices = defaultSeries(all, "invoice", issuer.environment);
  if (known || !invoices) return known;
  // One at this place that is no default any more can't be: of each type one always is.
  const made = { ...invoices, id: ids.uuid(), documentType, firstNumber: 1, nextNumber: 1, isDefault: true };
  await s.saveSeries(made);
  return made;
}

/** Every document type has its series, so that where each begins can be said before the first is needed. */
export async function completeSeries(s: ShopStore, ids: Ports["ids"], issuer: Pick<IssuerRecord, "id" | "environment">): Promise<void> {
  for (const documentType of DOCUMENT_TYPES) await seriesFor(s, ids, issuer, documentType);
}

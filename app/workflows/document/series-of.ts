import { defaultSeries, seriesAt } from "~/domain/document/default-series";
import type { DocumentType } from "~/domain/document/document";
import type { Place } from "~/domain/place/place";
import type { IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";

/** What a document's series follows from: the one it has a number of already, else its place, else the merchant's default. */
export type WantedSeries = { documentType: DocumentType; place: Place | null; seriesId: string | null };

/** Invoices wherever nothing says otherwise. */
export const USUAL_INVOICES: WantedSeries = { documentType: "invoice", place: null, seriesId: null };

/** The series that numbers a document, opened at its place when there was none. Undefined without a series of invoices. */
export async function seriesOf(
  s: Pick<ShopStore, "series" | "openSeries">,
  { id: issuerId, environment }: Pick<IssuerRecord, "id" | "environment">,
  { documentType, place, seriesId }: WantedSeries,
): Promise<SeriesRecord | undefined> {
  const all = await s.series(issuerId);
  // A number is never given back: what bears one stays in its series, whatever is linked where today.
  if (seriesId) return all.find(({ id }) => id === seriesId);
  if (place) {
    const known = seriesAt(all, { documentType, environment, place });
    return known ?? s.openSeries({ issuerId, documentType, environment, ...place, isDefault: false });
  }
  const invoices = defaultSeries(all, "invoice", environment);
  const usual = defaultSeries(all, documentType, environment);
  return usual ?? (invoices ? s.openSeries({ ...invoices, documentType, isDefault: true }) : undefined);
}

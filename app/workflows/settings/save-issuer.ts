import { defaultSeries, isSamePlace } from "~/domain/document/default-series";
import type { SeriesKey } from "~/domain/document/document";
import { placeName, placeOf, type Place } from "~/domain/place/place";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { resumeWaiting } from "~/workflows/document/resume-waiting";
import { completeSeries } from "~/workflows/document/series-for";

type Numbering = Pick<SeriesKey, "establishment" | "emissionPoint"> & { nextNumber: number };
/** `series` null: as it is (its fields are shown but not sent once it has numbered something). */
export type SaveIssuer = { shopId: string; actor: string; issuer: Omit<IssuerRecord, "id">; series: Numbering | null };

/**
 * The merchant as taxpayer. Once a series has numbered a document, its place and count and the issuer's tax id stay: PermanentFailure
 * issuer_in_use, or series_exists { place } where another has the place.
 */
export async function saveIssuer(
  { store, ids }: Pick<Ports, "store" | "ids">,
  { shopId, actor, issuer, series }: SaveIssuer,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("issuer");
    const known = await s.issuer();
    const id = known?.id ?? ids.uuid();
    if (known && isAnother(known, issuer) && (await hasNumbered(s, id))) throw new PermanentFailure("issuer_in_use");
    await s.saveIssuer({ ...issuer, id });
    const place = { id: ids.uuid(), issuerId: id, documentType: "invoice", environment: issuer.environment, isDefault: true } as const;
    if (series) await saveSeries(s, { ...place, ...series, firstNumber: series.nextNumber });
    await completeSeries(s, ids, { id, environment: issuer.environment });
    await s.record({ actor, type: "issuer", from: null, to: "saved" });
    await resumeWaiting(s, ["issuer_missing", "issuer_data_invalid", "production_not_enabled", "certificate_other_taxpayer"]);
  });
}

type Taxpayer = Pick<IssuerRecord, "country" | "taxId">;
const isAnother = (one: Taxpayer, other: Taxpayer): boolean => one.country !== other.country || one.taxId !== other.taxId;

async function hasNumbered(s: ShopStore, issuerId: string): Promise<boolean> {
  for (const { id } of await s.series(issuerId)) if (await s.isSeriesUsed(id)) return true;
  return false;
}

async function saveSeries(s: ShopStore, wanted: SeriesRecord): Promise<void> {
  const all = await s.series(wanted.issuerId);
  const known = defaultSeries(all, wanted.documentType, wanted.environment);
  if (known && isSamePlace(known, wanted) && known.nextNumber === wanted.nextNumber) return;
  if (known && (await s.isSeriesUsed(known.id))) throw new PermanentFailure("issuer_in_use");
  const { establishment, emissionPoint } = wanted;
  if (all.some((one) => one.id !== known?.id && isSamePlace(one, wanted)))
    throw new PermanentFailure("series_exists", { place: `${establishment}-${emissionPoint}` });
  await s.saveSeries({ ...wanted, id: known?.id ?? wanted.id });
  // What was made beside it and never used moves with it.
  for (const one of known ? all : [])
    if (isSamePlace({ ...one, documentType: "invoice" }, known!) && one.id !== known!.id && !(await s.isSeriesUsed(one.id)))
      await s.saveSeries({ ...one, establishment, emissionPoint });
  if (known) await moveLocations(s, known, { establishment, emissionPoint });
}

/** The locations of a place that was corrected are corrected with it. */
async function moveLocations(s: ShopStore, from: Place, to: Place): Promise<void> {
  for (const { id, originAddress, ...location } of await s.locations()) {
    const place = placeOf(location);
    if (place && placeName(place) === placeName(from)) await s.linkLocation(id, { ...to, originAddress });
  }
}

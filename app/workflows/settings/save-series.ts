import { defaultSeries, isSamePlace } from "~/domain/document/default-series";
import type { SeriesKey } from "~/domain/document/document";
import { placeName } from "~/domain/place/place";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { resumeWaiting } from "~/workflows/document/resume-waiting";

type Whose = { shopId: string; actor: string };
type Needs = Pick<Ports, "store">;
type NewSeries = Pick<SeriesKey, "documentType" | "establishment" | "emissionPoint"> & { nextNumber: number };

/** One more place to number at. The first of its document type is its default. PermanentFailure issuer_missing, series_exists { place }. */
export async function addSeries(
  { store, ids }: Pick<Ports, "store" | "ids">,
  { shopId, actor, series }: Whose & { series: NewSeries },
): Promise<void> {
  await change(store, { shopId, actor }, async (s, issuer) => {
    const all = await s.series(issuer.id);
    const wanted = { ...series, environment: issuer.environment };
    if (all.some((one) => isSamePlace(one, wanted))) throw new PermanentFailure("series_exists", { place: placeName(series) });
    const isDefault = defaultSeries(all, series.documentType, issuer.environment) === null;
    await s.saveSeries({ ...wanted, id: ids.uuid(), issuerId: issuer.id, firstNumber: series.nextNumber, isDefault });
    return series;
  });
}

/** Where a series begins, while no document bears a number of it. PermanentFailure issuer_in_use. */
export async function startSeriesAt(
  { store }: Needs,
  { seriesId, nextNumber, ...whose }: Whose & { seriesId: string; nextNumber: number },
): Promise<void> {
  await change(store, whose, async (s, issuer) => {
    const series = await known(s, issuer, seriesId);
    if (await s.isSeriesUsed(seriesId)) throw new PermanentFailure("issuer_in_use");
    await s.saveSeries({ ...series, firstNumber: nextNumber, nextNumber });
    return series;
  });
}

/** From now on documents of its type are numbered here. */
export async function makeSeriesDefault({ store }: Needs, { seriesId, ...whose }: Whose & { seriesId: string }): Promise<void> {
  await change(store, whose, async (s, issuer) => {
    const series = await known(s, issuer, seriesId);
    const before = defaultSeries(await s.series(issuer.id), series.documentType, series.environment);
    if (before) await s.saveSeries({ ...before, isDefault: false });
    await s.saveSeries({ ...series, isDefault: true });
    return series;
  });
}

async function change(
  store: Ports["store"],
  { shopId, actor }: Whose,
  work: (s: ShopStore, issuer: IssuerRecord) => Promise<Pick<SeriesKey, "establishment" | "emissionPoint">>,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("issuer");
    const issuer = await s.issuer();
    if (!issuer) throw new PermanentFailure("issuer_missing");
    const place = placeName(await work(s, issuer));
    await s.record({ actor, type: "series", from: null, to: "saved", reason: { code: "series_saved", params: { place } } });
    await resumeWaiting(s, ["issuer_missing"]);
  });
}

async function known(s: ShopStore, issuer: IssuerRecord, seriesId: string): Promise<SeriesRecord> {
  const series = (await s.series(issuer.id)).find(({ id }) => id === seriesId);
  if (!series) throw new PermanentFailure("series_unknown");
  return series;
}

import type { SeriesKey } from "~/domain/document/document";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { IssuerRecord, SeriesRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { resumeWaiting } from "./resume-waiting";

type Numbering = Pick<SeriesKey, "establishment" | "emissionPoint"> & { nextNumber: number };
/** `series` null: as it is (its fields are shown but not sent once it has numbered something). */
export type SaveIssuer = { shopId: string; actor: string; issuer: Omit<IssuerRecord, "id">; series: Numbering | null };

/** The merchant as taxpayer. Once a series has numbered a document, its place and count and the issuer's tax id stay: PermanentFailure issuer_in_use. */
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
    const place = { id: ids.uuid(), issuerId: id, documentType: "invoice", environment: issuer.environment } as const;
    if (series) await saveSeries(s, { ...place, ...series, firstNumber: series.nextNumber });
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
  const known = (await s.series(wanted.issuerId)).find(
    ({ documentType, environment }) => documentType === wanted.documentType && environment === wanted.environment,
  );
  if (!known) return s.saveSeries(wanted);
  const isSame =
    known.establishment === wanted.establishment && known.emissionPoint === wanted.emissionPoint && known.nextNumber === wanted.nextNumber;
  if (isSame) return;
  if (await s.isSeriesUsed(known.id)) throw new PermanentFailure("issuer_in_use");
  await s.saveSeries({ ...wanted, id: known.id });
}

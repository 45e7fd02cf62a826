import type { SeriesKey } from "~/domain/document/document";
import type { CertificateRecord, EstablishmentRecord, IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { Context } from "./store";

export const fiscal = ({ shopId, db, ids }: Context) => ({
  async issuer(): Promise<IssuerRecord | null> {
    const row = await db.issuer.findFirst({ orderBy: { id: "asc" } });
    if (!row) return null;
    const { shopId: _shop, ...issuer } = row;
    return issuer as IssuerRecord;
  },
  async saveIssuer({ id, ...issuer }: IssuerRecord) {
    await db.issuer.upsert({ where: { shopId_id: { shopId, id } }, create: { shopId, id, ...issuer }, update: issuer });
  },
  async establishments(issuerId: string): Promise<EstablishmentRecord[]> {
    const rows = await db.establishment.findMany({ where: { issuerId } });
    return rows.map(({ shopId: _shop, ...establishment }) => establishment);
  },
  async saveEstablishment({ issuerId, code, ...own }: EstablishmentRecord) {
    const key = { shopId, issuerId, code };
    await db.establishment.upsert({ where: { shopId_issuerId_code: key }, create: { ...key, ...own }, update: own });
  },
  async activeCertificate(issuerId: string): Promise<CertificateRecord | null> {
    return db.certificate.findFirst({ where: { issuerId, active: true }, orderBy: { uploadedAt: "desc" } });
  },
  async saveCertificate(certificate: Omit<CertificateRecord, "active" | "warnedDays">) {
    await db.certificate.updateMany({ where: { issuerId: certificate.issuerId, active: true }, data: { active: false } });
    await db.certificate.create({
      data: { shopId, ...certificate, certificateDer: new Uint8Array(certificate.certificateDer), active: true },
    });
  },
  async markCertificateWarned(id: string, days: number) {
    await db.certificate.update({ where: { shopId_id: { shopId, id } }, data: { warnedDays: days } });
  },
  async series(issuerId: string): Promise<SeriesRecord[]> {
    return (await db.series.findMany({ where: { issuerId }, orderBy: { id: "asc" } })) as unknown as SeriesRecord[];
  },
  async saveSeries({ id, ...series }: SeriesRecord) {
    await db.series.upsert({ where: { shopId_id: { shopId, id } }, create: { shopId, id, ...series }, update: series });
  },
  async openSeries({
    issuerId,
    documentType,
    establishment,
    emissionPoint,
    environment,
    isDefault,
  }: SeriesKey & { issuerId: string; isDefault: boolean }): Promise<SeriesRecord> {
    const place = { issuerId, documentType, establishment, emissionPoint, environment };
    await db.series.createMany({ data: [{ shopId, id: ids.uuid(), ...place, isDefault }], skipDuplicates: true });
    return (await db.series.findFirstOrThrow({ where: place })) as unknown as SeriesRecord;
  },
  /** Locks the row until the transaction ends: a number taken by a document that fails to be stored is given out again. */
  async takeNumber(seriesId: string): Promise<number> {
    const { nextNumber } = await db.series.update({
      where: { shopId_id: { shopId, id: seriesId } },
      data: { nextNumber: { increment: 1 } },
      select: { nextNumber: true },
    });
    return nextNumber - 1;
  },
  async isSeriesUsed(seriesId: string): Promise<boolean> {
    return (await db.fiscalDocument.count({ where: { seriesId }, take: 1 })) > 0;
  },
});

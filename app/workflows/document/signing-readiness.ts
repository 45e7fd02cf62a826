import type { Outcome } from "~/countries/pack";
import { defaultSeries } from "~/domain/document/default-series";
import type { DocumentType } from "~/domain/document/document";
import type { CertificateRecord, IssuerRecord, SeriesRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isHeldBy } from "./certificate-holder";

type Ready = { issuer: IssuerRecord; series: SeriesRecord };

export const problem = (
  code: string,
  params: Record<string, string | number> = {},
): { ok: false; problem: { code: string; params: Record<string, string | number> } } => ({ ok: false, problem: { code, params } });

/** The issuer able to sign, and the series that numbers a type of document; or the first thing that is missing. */
export async function signingReadiness(s: ShopStore, documentType: DocumentType, now: Date): Promise<Outcome<Ready>> {
  const place = await placeReadiness(s, documentType);
  if (!place.ok) return place;
  const certificate = await certificateReadiness(s, place.value.issuer, now);
  return certificate.ok ? place : certificate;
}

/** The issuer and the series that numbers a type of document, whether there is a certificate or not. */
export async function placeReadiness(s: ShopStore, documentType: DocumentType): Promise<Outcome<Ready>> {
  const issuer = issuerReadiness(await s.issuer());
  if (!issuer.ok) return issuer;
  const series = await seriesOf(s, issuer.value, documentType);
  return series ? { ok: true, value: { issuer: issuer.value, series } } : problem("issuer_missing");
}

/** Whether this taxpayer's documents can be issued at all. */
export function issuerReadiness(issuer: IssuerRecord | null): Outcome<IssuerRecord> {
  if (!issuer) return problem("issuer_missing");
  return issuer.environment === "production" ? problem("production_not_enabled") : { ok: true, value: issuer };
}

/** The certificate that signs for the issuer on this day. */
export async function certificateReadiness(
  s: Pick<ShopStore, "activeCertificate">,
  issuer: IssuerRecord,
  now: Date,
): Promise<Outcome<CertificateRecord>> {
  const certificate = await s.activeCertificate(issuer.id);
  if (!certificate) return problem("certificate_missing");
  if (certificate.notAfter <= now) return problem("certificate_expired", { date: certificate.notAfter.toISOString().slice(0, 10) });
  if (isHeldBy(issuer, certificate)) return { ok: true, value: certificate };
  return problem("certificate_other_taxpayer", { taxId: certificate.taxId ?? "", issuer: issuer.taxId });
}

async function seriesOf(s: ShopStore, { id, environment }: IssuerRecord, documentType: DocumentType): Promise<SeriesRecord | undefined> {
  const all = await s.series(id);
  const invoices = defaultSeries(all, "invoice", environment);
  return defaultSeries(all, documentType, environment) ?? (invoices ? s.openSeries({ ...invoices, documentType }) : undefined);
}

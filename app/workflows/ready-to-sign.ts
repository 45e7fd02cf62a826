import type { Outcome, Problem } from "~/countries/pack";
import type { DocumentType } from "~/domain/document/document";
import type { CertificateRecord, IssuerRecord, SeriesRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Ready = { issuer: IssuerRecord; series: SeriesRecord; certificate: CertificateRecord };

export const problem = (code: string, params: NonNullable<Problem["params"]> = {}): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, params },
});

/** The issuer able to number and sign a document of a type; or what is missing for that. */
export async function readyToSign(s: ShopStore, documentType: DocumentType, now: Date): Promise<Outcome<Ready>> {
  const issuer = await s.issuer();
  if (!issuer) return problem("issuer_missing");
  if (issuer.environment === "production") return problem("production_not_enabled");
  const series = (await s.series(issuer.id)).find((row) => row.documentType === documentType && row.environment === issuer.environment);
  if (!series) return problem(documentType === "dispatch_guide" ? "guide_series_missing" : "issuer_missing");
  const certificate = await s.activeCertificate(issuer.id);
  if (!certificate) return problem("certificate_missing");
  if (certificate.notAfter <= now) return problem("certificate_expired", { date: certificate.notAfter.toISOString().slice(0, 10) });
  return { ok: true, value: { issuer, series, certificate } };
}

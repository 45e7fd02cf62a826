import type { Outcome } from "~/countries/pack";
import { defaultSeries } from "~/domain/document/default-series";
import type { DocumentType } from "~/domain/document/document";
import type { IssuerRecord, SeriesRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isHeldBy } from "./certificate-holder";

type Ready = { issuer: IssuerRecord; series: SeriesRecord };

export const problem = (
  code: string,
  params: Record<string, string | number> = {},
): { ok: false; problem: { code: string; params: Record<string, string | number> } } => ({ ok: false, problem: { code, params } });

/** The issuer able to sign, and the series that numbers a type of document; or the first thing that is missing. */
export async function signingReadiness(s: ShopStore, documentType: DocumentType, now: Date): Promise<Outcome<Ready>> {
  const issuer = await s.issuer();
  if (!issuer) return problem("issuer_missing");
  if (issuer.environment === "production") return problem("production_not_enabled");
  const series = await seriesOf(s, issuer, documentType);
  if (!series) return problem("issuer_missing");
  const certificate = await s.activeCertificate(issuer.id);
  if (!certificate) return problem("certificate_missing");
  if (certificate.notAfter <= now) return problem("certificate_expired", { date: certificate.notAfter.toISOString().slice(0, 10) });
  if (!isHeldBy(issuer, certificate))
    return problem("certificate_other_taxpayer", { taxId: certificate.taxId ?? "", issuer: issuer.taxId });
  return { ok: true, value: { issuer, series } };
}

async function seriesOf(s: ShopStore, { id, environment }: IssuerRecord, documentType: DocumentType): Promise<SeriesRecord | undefined> {
  const all = await s.series(id);
  const invoices = defaultSeries(all, "invoice", environment);
  return defaultSeries(all, documentType, environment) ?? (invoices ? s.openSeries({ ...invoices, documentType }) : undefined);
}

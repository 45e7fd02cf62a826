import type { Outcome } from "~/countries/pack";
import { atEstablishment } from "~/domain/place/at-establishment";
import type { CertificateRecord, IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { isHeldBy } from "./certificate-holder";
import { seriesOf, type WantedSeries } from "./series-of";

type Ready = { issuer: IssuerRecord; series: SeriesRecord };

export const problem = (
  code: string,
  params: Record<string, string | number> = {},
): { ok: false; problem: { code: string; params: Record<string, string | number> } } => ({ ok: false, problem: { code, params } });

/** The issuer able to sign, as its establishment names it, and the series that numbers the document; or the first thing that is missing. */
export async function signingReadiness(s: ShopStore, wanted: WantedSeries, now: Date): Promise<Outcome<Ready>> {
  const place = await placeReadiness(s, wanted);
  if (!place.ok) return place;
  const certificate = await certificateReadiness(s, place.value.issuer, now);
  return certificate.ok ? place : certificate;
}

/** The issuer and the series, whether there is a certificate or not. */
export async function placeReadiness(s: ShopStore, wanted: WantedSeries): Promise<Outcome<Ready>> {
  const issuer = issuerReadiness(await s.issuer());
  if (!issuer.ok) return issuer;
  const series = await seriesOf(s, issuer.value, wanted);
  if (!series) return problem("issuer_missing");
  const own = (await s.establishments(issuer.value.id)).find(({ code }) => code === series.establishment);
  return { ok: true, value: { issuer: atEstablishment(issuer.value, own ?? null), series } };
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

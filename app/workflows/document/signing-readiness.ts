import type { Outcome } from "~/countries/pack";
import { atEstablishment } from "~/domain/place/at-establishment";
import type { IssuerRecord, SeriesRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isHeldBy } from "./certificate-holder";
import { seriesOf, type WantedSeries } from "./series-of";

type Ready = { issuer: IssuerRecord; series: SeriesRecord };

export const problem = (
  code: string,
  params: Record<string, string | number> = {},
): { ok: false; problem: { code: string; params: Record<string, string | number> } } => ({ ok: false, problem: { code, params } });

/**
 * The issuer able to sign, as its establishment names it, and the series that numbers the document; or the first thing that is missing.
 */
export async function signingReadiness(s: ShopStore, wanted: WantedSeries, now: Date): Promise<Outcome<Ready>> {
  const issuer = await s.issuer();
  if (!issuer) return problem("issuer_missing");
  if (issuer.environment === "production") return problem("production_not_enabled");
  const series = await seriesOf(s, issuer, wanted);
  if (!series) return problem("issuer_missing");
  const certificate = await s.activeCertificate(issuer.id);
  if (!certificate) return problem("certificate_missing");
  if (certificate.notAfter <= now) return problem("certificate_expired", { date: certificate.notAfter.toISOString().slice(0, 10) });
  if (!isHeldBy(issuer, certificate))
    return problem("certificate_other_taxpayer", { taxId: certificate.taxId ?? "", issuer: issuer.taxId });
  const own = (await s.establishments(issuer.id)).find(({ code }) => code === series.establishment);
  return { ok: true, value: { issuer: atEstablishment(issuer, own ?? null), series } };
}

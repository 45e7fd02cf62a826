import type { IssuerRecord, SeriesRecord, Shop } from "~/ports/records";
import type { Ports } from "~/ports/ports";
import { areGuidesWanted } from "~/workflows/guides-wanted";
import { undecided } from "./setup-gaps";

export type CertificateCard = {
  subject: string;
  issuedBy: string;
  taxId: string | null;
  notBefore: string;
  notAfter: string;
  isExpired: boolean;
};

/** The issuer, its certificate (never its key), its series, and the rules of the shop. */
export async function settingsPage({ store, clock }: Pick<Ports, "store" | "clock">, { shop }: { shop: Shop }) {
  const s = store.of(shop.id);
  const issuer: IssuerRecord | null = await s.issuer();
  const [series, certificate] = issuer ? await Promise.all([s.series(issuer.id), s.activeCertificate(issuer.id)]) : [[], null];
  const invoices: SeriesRecord | undefined = series.find(
    ({ documentType, environment }) => documentType === "invoice" && environment === "test",
  );
  const guides = series.find(({ documentType, environment }) => documentType === "dispatch_guide" && environment === "test");
  const isUsed = invoices ? await s.isSeriesUsed(invoices.id) : false;
  const card: CertificateCard | null = certificate && {
    subject: certificate.subject,
    issuedBy: certificate.issuedBy,
    taxId: certificate.taxId,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    isExpired: certificate.notAfter <= clock.now(),
  };
  return {
    issuer,
    series: invoices
      ? { establishment: invoices.establishment, emissionPoint: invoices.emissionPoint, nextNumber: invoices.nextNumber, isUsed }
      : null,
    certificate: card,
    triggers: shop.invoiceTriggers,
    undecided: undecided(shop),
    delaySeconds: shop.invoiceDelaySeconds,
    carrierService: shop.carrierService,
    carrierProblem: shop.carrierProblem,
    guides: {
      setting: shop.guides,
      areWanted: await areGuidesWanted(s),
      series: guides && {
        place: `${guides.establishment}-${guides.emissionPoint}`,
        nextNumber: guides.nextNumber,
        isUsed: await s.isSeriesUsed(guides.id),
      },
    },
  };
}

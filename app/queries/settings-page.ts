import type { IssuerRecord, SeriesRecord } from "~/ports/document-records";
import type { Shop, Worded } from "~/ports/records";
import { daysLeft } from "~/domain/certificate/expiry";
import { DOCUMENT_TYPES } from "~/domain/document/document";
import { reasonsOf } from "~/domain/proof/failure-reasons";
import { DEFAULT_PROOF } from "~/domain/proof/rules";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { noticeOf } from "./certificate-notice";
import { areGuidesWanted } from "~/workflows/run/guides-wanted";
import { undecided } from "./setup-gaps";

export type CertificateCard = {
  subject: string;
  issuedBy: string;
  taxId: string | null;
  notBefore: string;
  notAfter: string;
  isExpired: boolean;
  chain: string[];
  daysLeft: number;
  notice: Worded | null;
};

/** The issuer, its certificate (never its key), its series, and the rules of the shop. */
export async function settingsPage({ store, clock }: Pick<Ports, "store" | "clock">, { shop }: { shop: Shop }) {
  const s = store.of(shop.id);
  const issuer: IssuerRecord | null = await s.issuer();
  const [series, certificate] = issuer ? await Promise.all([s.series(issuer.id), s.activeCertificate(issuer.id)]) : [[], null];
  const places = await Promise.all(series.filter(({ environment }) => environment === "test").map((one) => placeView(s, one)));
  const invoices = places.find(({ documentType, isDefault }) => documentType === "invoice" && isDefault);
  const guides = places.find(({ documentType, isDefault }) => documentType === "dispatch_guide" && isDefault);
  const card: CertificateCard | null = certificate && {
    subject: certificate.subject,
    issuedBy: certificate.issuedBy,
    taxId: certificate.taxId,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    isExpired: certificate.notAfter <= clock.now(),
    chain: certificate.chain,
    daysLeft: daysLeft(certificate.notAfter, clock.now()),
    notice: noticeOf(certificate, clock.now()),
  };
  return {
    issuer,
    series: invoices ?? null,
    allSeries: places.sort((a, b) => DOCUMENT_TYPES.indexOf(a.documentType) - DOCUMENT_TYPES.indexOf(b.documentType)),
    certificate: card,
    triggers: shop.invoiceTriggers,
    undecided: undecided(shop),
    delaySeconds: shop.invoiceDelaySeconds,
    invoicing: { giftCards: shop.giftCards, invoicePer: shop.invoicePer },
    maps: {
      geocoder: shop.geocoder && { kind: shop.geocoder.kind, url: shop.geocoder.url, hasKey: shop.geocoder.keySealed !== null },
      osrmUrl: shop.osrmUrl,
    },
    assignment: { strategy: shop.strategy, holidaysWorked: shop.holidaysWorked, plates: shop.plates },
    proof: { rules: { ...DEFAULT_PROOF, ...shop.proofRules }, reasons: reasonsOf(shop.failureReasons) },
    chargeShipping: shop.chargeShipping,
    carrierService: shop.carrierService,
    carrierProblem: shop.carrierProblem,
    guides: {
      setting: shop.guides,
      onInvoice: shop.invoiceIsGuide,
      areWanted: await areGuidesWanted(s),
      series: guides && { place: guides.place, nextNumber: guides.nextNumber, isUsed: guides.isUsed },
    },
  };
}

async function placeView(s: ShopStore, { id, documentType, establishment, emissionPoint, nextNumber, isDefault }: SeriesRecord) {
  const place = `${establishment}-${emissionPoint}`;
  return { id, documentType, establishment, emissionPoint, place, nextNumber, isDefault, isUsed: await s.isSeriesUsed(id) };
}

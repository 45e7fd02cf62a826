import { daysLeft, warningDue } from "~/domain/certificate/expiry";
import type { Ports } from "~/ports/ports";
import type { CertificateRecord } from "~/ports/document-records";
import type { Shop, Worded } from "~/ports/records";

/** What a certificate that soon runs out asks for; null while there is time. */
export const noticeOf = ({ notAfter }: Pick<CertificateRecord, "notAfter">, now: Date): Worded | null =>
  warningDue(notAfter, now) === null
    ? null
    : { code: "certificate_expiring", params: { days: daysLeft(notAfter, now), date: notAfter.toISOString().slice(0, 10) } };

/** The same for the shop's certificate in use. */
export async function certificateNotice(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { shop }: { shop: Shop },
): Promise<Worded | null> {
  const s = store.of(shop.id);
  const issuer = await s.issuer();
  const certificate = issuer && (await s.activeCertificate(issuer.id));
  return certificate && noticeOf(certificate, clock.now());
}

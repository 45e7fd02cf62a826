import type { CertificateRecord, IssuerRecord } from "~/ports/document-records";

/** Whether a certificate signs for this taxpayer, as far as it tells. A person's may carry the cédula, which is the RUC without its establishment. */
export function isHeldBy({ taxId: ruc }: Pick<IssuerRecord, "taxId">, { taxId }: Pick<CertificateRecord, "taxId">): boolean {
  return taxId === null || taxId === ruc || (taxId.length === 10 && ruc === `${taxId}001`);
}

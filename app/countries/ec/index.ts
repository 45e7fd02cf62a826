import { creditTotals } from "~/domain/credit/credit-totals";
import { documentTotals } from "~/domain/document/totals";
import type { CertificateInfo, CountryPack, Outcome, Signer } from "../pack";
import { certificateInfo } from "../shared/certificate";
import { openP12 } from "../shared/open-p12";
import { accessKey, documentNumber } from "./access-key";
import { buyer, FINAL_CONSUMER_LIMIT } from "./buyer";
import { certificateTaxId } from "./certificate-tax-id";
import { build } from "./build";
import { exportProblem } from "./export-problem";
import { LINE_WORDS } from "./line-words";
import { paymentCode, payments } from "./payment";
import { printDocument } from "./print";
import { signDocument } from "./signature";
import { taxLaw } from "./tax-law";
import { recover, transmit } from "./transport.server";

/** Ecuador: SRI's factura 1.1.0 in the offline scheme. Rules and sources are in README.md. */
export const ecuador: CountryPack = {
  country: "EC",
  timeZone: "America/Guayaquil",
  currency: "USD",
  finalConsumerLimit: FINAL_CONSUMER_LIMIT,
  buyer,
  totals: (order, issueDate) => {
    if (order.currency !== "USD") return { ok: false, problem: { code: "currency_not_supported", params: { currency: order.currency } } };
    const abroad = exportProblem(order);
    if (abroad) return { ok: false, problem: abroad };
    return documentTotals(order, taxLaw(issueDate), LINE_WORDS);
  },
  documentNumber,
  accessKey,
  credit: (request) => creditTotals(request, LINE_WORDS),
  build,
  sign: signDocument,
  openCertificate,
  transmit,
  recover,
  print: printDocument,
  paymentCode,
  payments,
};

function openCertificate(p12: Uint8Array, password: string, now: string): Outcome<{ signer: Signer; info: CertificateInfo }> {
  const opened = openP12(p12, password, now);
  if (!opened.ok) return opened;
  const { signer, certificate } = opened.value;
  return { ok: true, value: { signer, info: certificateInfo(certificate, certificateTaxId(certificate)) } };
}

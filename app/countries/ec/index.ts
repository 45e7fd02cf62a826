import { documentTotals } from "~/domain/document/totals";
import type { CertificateInfo, CountryPack, Outcome, Signer } from "../pack";
import { certificateInfo } from "../shared/certificate";
import { openP12 } from "../shared/open-p12";
import { accessKey, documentNumber } from "./access-key";
import { buyer, FINAL_CONSUMER_LIMIT } from "./buyer";
import { certificateTaxId } from "./certificate-tax-id";
import { invoice } from "./invoice";
import { paymentCode } from "./payment";
import { printInvoice } from "./print";
import { signInvoice } from "./signature";
import { checkIvaRate } from "./tax-rates";
import { recover, transmit } from "./transport.server";

/** Ecuador: SRI's factura 1.1.0 in the offline scheme. Rules and sources are in README.md. */
export const ecuador: CountryPack = {
  country: "EC",
  timeZone: "America/Guayaquil",
  currency: "USD",
  finalConsumerLimit: FINAL_CONSUMER_LIMIT,
  buyer,
  totals: (order) => {
    if (order.currency !== "USD") return { ok: false, problem: { code: "currency_not_supported", params: { currency: order.currency } } };
    return documentTotals(order, checkIvaRate);
  },
  documentNumber,
  accessKey,
  invoice,
  sign: signInvoice,
  openCertificate,
  transmit,
  recover,
  print: printInvoice,
  paymentCode,
};

function openCertificate(p12: Uint8Array, password: string, now: string): Outcome<{ signer: Signer; info: CertificateInfo }> {
  const opened = openP12(p12, password, now);
  if (!opened.ok) return opened;
  const { signer, certificate } = opened.value;
  return { ok: true, value: { signer, info: certificateInfo(certificate, certificateTaxId(certificate)) } };
}

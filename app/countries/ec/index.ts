import { creditTotals } from "~/domain/credit/credit-totals";
import { documentTotals } from "~/domain/document/totals";
import type { CertificateInfo, CountryPack, Outcome, Signer } from "../pack";
import { certificateInfo } from "../shared/certificate";
import { openP12 } from "../shared/open-p12";
import { accessKey, documentNumber } from "./access-key";
import { buyer, FINAL_CONSUMER_LIMIT } from "./buyer";
import { certificateTaxId } from "./certificate-tax-id";
import { build } from "./build";
import { mayBeCredited } from "./credit-note";
import { exportProblem } from "./export-problem";
import { deadline, EC_TIME_ZONE, EC_TIME_ZONES, issueDate } from "./issue-date";
import { LINE_WORDS } from "./line-words";
import { CASH_LIMIT, PAYMENT_NAMES, paymentCode, payments } from "./payment";
import { printDocument } from "./print";
import { REACTIONS } from "./responses";
import { signDocument } from "./signature";
import { taxLaw } from "./tax-law";
import { ivaRatesOn } from "./tax-rates";
import { recover, transmit } from "./transport.server";

/** Ecuador: SRI's factura 1.1.0 in the offline scheme. Rules and sources are in README.md. */
export const ecuador: CountryPack = {
  country: "EC",
  timeZone: EC_TIME_ZONE,
  timeZones: EC_TIME_ZONES,
  currency: "USD",
  finalConsumerLimit: FINAL_CONSUMER_LIMIT,
  cashLimit: CASH_LIMIT,
  buyer,
  totals: (order, issueDate) => {
    if (order.currency !== "USD") return { ok: false, problem: { code: "currency_not_supported", params: { currency: order.currency } } };
    const abroad = exportProblem(order);
    if (abroad) return { ok: false, problem: abroad };
    return documentTotals(order, taxLaw(issueDate), LINE_WORDS);
  },
  vatRates: ivaRatesOn,
  issueDate,
  deadline,
  documentNumber,
  accessKey,
  credit: (request) => creditTotals(request, LINE_WORDS),
  mayBeCredited,
  build,
  sign: signDocument,
  openCertificate,
  transmit,
  recover,
  authorityCodes: Object.keys(REACTIONS),
  print: printDocument,
  paymentCode,
  paymentCodes: Object.keys(PAYMENT_NAMES).sort(),
  payments,
};

function openCertificate(
  p12: Uint8Array,
  password: string,
  now: string,
): Outcome<{ signer: Signer; info: CertificateInfo; chain: string[] }> {
  const opened = openP12(p12, password, now);
  if (!opened.ok) return opened;
  const { signer, certificate, chain } = opened.value;
  return { ok: true, value: { signer, info: certificateInfo(certificate, certificateTaxId(certificate)), chain } };
}

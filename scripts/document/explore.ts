import { randomInt } from "node:crypto";
import { certificateTaxId } from "../../app/countries/ec/certificate-tax-id.ts";
import { countryPack } from "../../app/countries/index.ts";
import type { BuiltDocument, CertificateInfo, CountryPack, Outcome, Problem, Signer } from "../../app/countries/pack.ts";
import type { Verification } from "../../app/countries/shared/verification.ts";
import { verifyXades } from "../../app/countries/shared/verify-xades.ts";
import { dateIn } from "../../app/domain/time/calendar.ts";
import type { SaleOrder } from "../../app/domain/order/order.ts";
import { decideInvoice, type InvoiceDraft } from "../../app/workflows/document/decide-invoice.ts";
import { issuerReadiness } from "../../app/workflows/document/signing-readiness.ts";
import { issuerProblems } from "./issuer-rules.ts";
import type { IssuerFile } from "./read-files.ts";

export type Given = IssuerFile & { sale: SaleOrder; p12: Uint8Array; password: string; now: Date };
export type Explored = {
  problems: Problem[];
  document: (BuiltDocument & { issueDate: string; totalMinor: number }) | null;
  certificate: CertificateInfo | null;
  signed: { xml: string; verification: Verification; print: Uint8Array } | null;
};

/** Takes one order the way the product takes it, up to where it would be sent, and says everything that is in the way. */
export async function explore(given: Given): Promise<Explored> {
  const pack = countryPack(given.issuer.country);
  const opened = openCertificate(pack, given);
  const prepared = decide(pack, given);
  const problems = [...problemsOf(opened, prepared), ...independent(pack, given)];
  const certificate = opened.ok ? opened.value.info : null;
  if (!prepared.ok) return { problems, document: null, certificate, signed: null };
  const input = { ...prepared.value.input, sequence: given.series.number, randomCode: randomInt(100_000_000).toString().padStart(8, "0") };
  const built = pack.build(input);
  if (!built.ok) return { problems: [...problems, built.problem], document: null, certificate, signed: null };
  const document = { ...built.value, issueDate: input.issueDate, totalMinor: given.sale.totalMinor };
  const signed = opened.ok && problems.length === 0 ? await sign(pack, built.value, opened.value.signer, given.now) : null;
  return { problems, document, certificate, signed };
}

const problemsOf = (...outcomes: Outcome<unknown>[]): Problem[] => outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));

/** What the workflow, which stops at the first problem, may not have come to. */
const independent = (pack: CountryPack, { sale, ...given }: Given): Problem[] => [
  ...issuerProblems(pack, given),
  ...problemsOf(
    pack.totals(sale, dateIn(given.now, pack.timeZone)),
    pack.buyer({
      fiscalData: sale.fiscalData,
      totalMinor: sale.totalMinor,
      fallbackEmail: sale.email,
      address: null,
      phone: null,
    }),
  ),
];

function openCertificate(pack: CountryPack, { p12, password, now, issuer }: Given): Outcome<{ signer: Signer; info: CertificateInfo }> {
  const opened = pack.openCertificate(p12, password, now.toISOString());
  if (!opened.ok) return opened;
  const { taxId } = opened.value.info;
  if (taxId === null || taxId === issuer.taxId || `${taxId}001` === issuer.taxId) return opened;
  return { ok: false, problem: { code: "certificate_other_taxpayer", params: { taxId, issuer: issuer.taxId } } };
}

/** As the product decides it, from this order and this issuer alone. What the .p12 lacks is said apart. */
function decide(pack: CountryPack, { sale, issuer, series, now }: Given): Outcome<InvoiceDraft> {
  const { establishment, emissionPoint } = series;
  const place = { id: "series", documentType: "invoice" as const, establishment, emissionPoint, environment: issuer.environment };
  const ready = issuerReadiness(issuer);
  return decideInvoice(pack, {
    sale,
    fiscalData: sale.fiscalData,
    paymentType: sale.paymentType,
    place: ready.ok ? { ok: true, value: { issuer, series: place } } : ready,
    issueDate: pack.issueDate({ operationAt: now, now, timeZone: pack.timeZone }),
    taxes: { rules: [], products: new Map() },
    paymentCodes: {},
    giftCards: "on_redemption",
    share: null,
    guide: null,
    transport: null,
    sequence: series.number,
  });
}

async function sign(pack: CountryPack, built: BuiltDocument, signer: Signer, now: Date): Promise<Explored["signed"]> {
  const { xml } = pack.sign(built, signer, now.toISOString());
  const verification = verifyXades(xml, certificateTaxId);
  if (!verification.holds) throw new Error(`our own signature doesn't hold: ${JSON.stringify(verification.faults)}`);
  return { xml, verification, print: await pack.print({ signedXml: xml, authorisation: null }) };
}

import { createPrivateKey } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect } from "vitest";
import { certificateTaxId } from "~/countries/ec/certificate-tax-id";
import { countryPack } from "~/countries/index";
import type { Signer } from "~/countries/pack";
import { verifyXades } from "~/countries/shared/verify-xades";
import { canonicalised } from "~/testing/canonical";
import { makeTestCertificate } from "~/testing/certificates";
import { conformanceTest, validateXsd, verifySignedXmls } from "~/testing/conformance";
import { aBuyer, anInvoiceInput, anIssuer, HOSTILE_NAME, someTotals } from "~/testing/ecuador";
import { hostileText } from "~/testing/hostile-text";

/** xmlsec1 takes some 70 ms a document. */
const DOCUMENTS = Math.min(2000, Math.max(200, Number(process.env.FC_RUNS ?? 200)));
const SCHEMA = "ec/xsd/factura_V1.1.0.with-signature.xsd";
const MOST_FILES_A_CALL = 250;

// Issuer and buyer have to have a name after all; everything else may be nothing.
const someName = hostileText.map((text) => `x${text}`);
const optional = fc.option(hostileText, { nil: null });
const texts = fc.record({
  legalName: someName,
  tradeName: optional,
  mainAddress: someName,
  establishmentAddress: optional,
  buyerName: someName,
  buyerAddress: optional,
  buyerEmail: optional,
  buyerPhone: optional,
  descriptions: fc.array(hostileText, { minLength: 3, maxLength: 3 }),
  codes: fc.array(hostileText, { minLength: 3, maxLength: 3 }),
  additional: fc.dictionary(hostileText, hostileText, { maxKeys: 18 }),
});
type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never;

let signer: Signer;

beforeAll(async () => {
  const made = await makeTestCertificate({ commonName: HOSTILE_NAME, taxId: "1790012345001", email: "firma@ejemplo.ec" });
  const certificateDer = Buffer.from(made.certificatePem.replace(/-----.*-----|\s/g, ""), "base64");
  signer = { certificateDer, privateKey: createPrivateKey(made.privateKeyPem) };
});

function signedInvoice(given: Texts, index: number): string {
  const { legalName, tradeName, mainAddress, establishmentAddress, additional } = given;
  const totals = someTotals();
  const lines = totals.lines.map((line, at) => ({ ...line, description: given.descriptions[at] ?? "", code: given.codes[at] ?? "" }));
  const input = anInvoiceInput({
    sequence: index + 1,
    issuer: anIssuer({ legalName, tradeName, mainAddress, establishmentAddress }),
    buyer: aBuyer({ legalName: given.buyerName, address: given.buyerAddress, email: given.buyerEmail, phone: given.buyerPhone }),
    totals: { ...totals, lines },
    additional,
  });
  const ec = countryPack("EC");
  const built = ec.build(input);
  if (!built.ok) throw new Error(JSON.stringify(built.problem));
  return ec.sign(built.value, signer, "2026-11-24T03:30:00Z").xml;
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_FILES_A_CALL) }, (_none, part) =>
    all.slice(part * MOST_FILES_A_CALL, (part + 1) * MOST_FILES_A_CALL),
  );

conformanceTest(
  `${DOCUMENTS} invoices with hostile texts are canonical, valid by the official schema, and verify by xmlsec1 and by us`,
  () => {
    const seed = Date.now() % 0x7fffffff;
    const drawn = fc.sample(texts, { numRuns: DOCUMENTS, seed });
    const documents = drawn.map(signedInvoice);
    expect(new Set(documents).size, `seed ${seed}`).toBe(DOCUMENTS);
    documents.forEach((xml, index) => {
      const about = `seed ${seed}: ${JSON.stringify(drawn[index])}`;
      expect(canonicalised(xml), about).toBe(xml.slice(xml.indexOf("<factura")));
      expect(verifyXades(xml, certificateTaxId).faults, about).toEqual([]);
    });
    for (const part of inParts(documents)) {
      const validity = validateXsd(SCHEMA, ...part);
      expect(
        validity.ok,
        `seed ${seed}: ${validity.output
          .split("\n")
          .filter((line) => !line.endsWith(" validates"))
          .join("\n")}`,
      ).toBe(true);
      const verdicts = verifySignedXmls(part).output.trim().split("\n");
      expect(
        verdicts.filter((line) => !/^OK +3\/3 refs/.test(line)),
        `seed ${seed}`,
      ).toEqual([]);
      expect(verdicts).toHaveLength(part.length);
    }
  },
  60_000 + DOCUMENTS * 300,
);

import { createPrivateKey } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect } from "vitest";
import { certificateTaxId } from "~/countries/ec/certificate-tax-id";
import { countryPack } from "~/countries/index";
import type { Signer } from "~/countries/pack";
import { verifyXades } from "~/countries/shared/verify-xades";
import type { DocumentInput, DocumentTotals } from "~/domain/document/document";
import { canonicalised } from "~/testing/canonical";
import { makeTestCertificate } from "~/testing/certificates";
import { conformanceTest, validateXsd, verifySignedXmls } from "~/testing/conformance";
import {
  aBuyer,
  aCreditNoteInput,
  aDispatchGuideInput,
  anInvoiceInput,
  anIssuer,
  aRecipient,
  HOSTILE_NAME,
  someTotals,
} from "~/testing/ecuador";
import { hostileText } from "~/testing/hostile-text";

/** xmlsec1 takes some 70 ms a document. */
const LEAST = { invoices: 200, others: 60 };
const MOST = 2000;
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

type Kind = {
  name: string;
  least: number;
  root: string;
  schema: string;
  isSchemaOfSigned: boolean;
  input: (given: Texts, index: number) => DocumentInput;
};

const issuerOf = ({ legalName, tradeName, mainAddress, establishmentAddress }: Texts) =>
  anIssuer({ legalName, tradeName, mainAddress, establishmentAddress });
const buyerOf = (given: Texts) =>
  aBuyer({ legalName: given.buyerName, address: given.buyerAddress, email: given.buyerEmail, phone: given.buyerPhone });

function worded(totals: DocumentTotals, given: Texts): DocumentTotals {
  const lines = totals.lines.map((line, at) => ({ ...line, description: given.descriptions[at] ?? "", code: given.codes[at] ?? "" }));
  return { ...totals, lines };
}

const KINDS: Kind[] = [
  {
    name: "invoices",
    least: LEAST.invoices,
    root: "<factura",
    schema: "ec/xsd/factura_V1.1.0.with-signature.xsd",
    isSchemaOfSigned: true,
    input: (given, index) =>
      anInvoiceInput({
        sequence: index + 1,
        issuer: issuerOf(given),
        buyer: buyerOf(given),
        totals: worded(someTotals(), given),
        additional: given.additional,
      }),
  },
  {
    name: "credit notes",
    least: LEAST.others,
    root: "<notaCredito",
    schema: "ec/xsd/NotaCredito_V1.1.0.xsd",
    isSchemaOfSigned: false,
    input: (given, index) =>
      aCreditNoteInput({
        sequence: index + 1,
        issuer: issuerOf(given),
        buyer: buyerOf(given),
        reason: `x${given.descriptions[0]}`,
        totals: worded(aCreditNoteInput().totals, given),
        additional: given.additional,
      }),
  },
  {
    name: "dispatch guides",
    least: LEAST.others,
    root: "<guiaRemision",
    schema: "ec/xsd/GuiaRemision_V1.1.0.xsd",
    isSchemaOfSigned: false,
    input: (given, index) =>
      aDispatchGuideInput({
        sequence: index + 1,
        issuer: issuerOf(given),
        originAddress: given.mainAddress,
        recipients: [
          aRecipient({
            legalName: given.buyerName,
            address: given.mainAddress,
            route: given.buyerAddress,
            lines: given.descriptions.map((description, at) => ({ description, code: given.codes[at] ?? "", quantity: at + 1 })),
          }),
        ],
        additional: given.additional,
      }),
  },
];

type Made = { unsigned: string; signed: string };

function made({ input }: Kind, given: Texts, index: number): Made {
  const ec = countryPack("EC");
  const built = ec.build(input(given, index));
  if (!built.ok) throw new Error(JSON.stringify(built.problem));
  return { unsigned: built.value.xml, signed: ec.sign(built.value, signer, "2026-11-24T03:30:00Z").xml };
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_FILES_A_CALL) }, (_none, part) =>
    all.slice(part * MOST_FILES_A_CALL, (part + 1) * MOST_FILES_A_CALL),
  );

const faultsOf = (output: string, isFine: (line: string) => boolean): string[] =>
  output
    .trim()
    .split("\n")
    .filter((line) => !isFine(line));

for (const kind of KINDS) {
  const documents = Math.min(MOST, Math.max(kind.least, Number(process.env.FC_RUNS ?? 0)));
  conformanceTest(
    `${documents} ${kind.name} with hostile texts are canonical, valid by the official schema, and verify by xmlsec1 and by us`,
    () => {
      const seed = Date.now() % 0x7fffffff;
      const drawn = fc.sample(texts, { numRuns: documents, seed });
      const all = drawn.map((given, index) => made(kind, given, index));
      expect(new Set(all.map(({ signed }) => signed)).size, `seed ${seed}`).toBe(documents);
      all.forEach(({ signed }, index) => {
        const about = `seed ${seed}: ${JSON.stringify(drawn[index])}`;
        expect(canonicalised(signed), about).toBe(signed.slice(signed.indexOf(kind.root)));
        expect(verifyXades(signed, certificateTaxId).faults, about).toEqual([]);
      });
      for (const part of inParts(all)) {
        const validity = validateXsd(kind.schema, ...part.map(({ signed, unsigned }) => (kind.isSchemaOfSigned ? signed : unsigned)));
        const invalid = faultsOf(validity.output, (line) => line.endsWith(" validates"));
        expect(validity.ok, `seed ${seed}: ${invalid.join("\n")}`).toBe(true);
        const { output } = verifySignedXmls(part.map(({ signed }) => signed));
        expect(
          faultsOf(output, (line) => /^OK +3\/3 refs/.test(line)),
          `seed ${seed}`,
        ).toEqual([]);
        expect(output.trim().split("\n")).toHaveLength(part.length);
      }
    },
    60_000 + documents * 300,
  );
}

import { createHash, createPrivateKey } from "node:crypto";
import { XmlDocument } from "libxml2-wasm";
import { beforeAll, expect, test } from "vitest";
import { conformanceTest, readConformance, validateXsd, verifySignedXml } from "~/testing/conformance";
import { makeTestCertificate } from "~/testing/certificates";
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
import type { InvoiceInput } from "~/domain/document/document";
import type { Signer } from "../pack";
import { readXml } from "../shared/read-xml";
import { build } from "./build";
import { invoice } from "./invoice";
import { signDocument } from "./signature";

const SIGNED_AT = "2026-11-24T03:30:00.500Z";
let signer: Signer;

beforeAll(async () => {
  const made = await makeTestCertificate({ commonName: HOSTILE_NAME, taxId: "1790012345001", email: "firma@ejemplo.ec" });
  const certificateDer = Buffer.from(made.certificatePem.replace(/-----.*-----|\s/g, ""), "base64");
  signer = { certificateDer, privateKey: createPrivateKey(made.privateKeyPem) };
});

function signed(input: Partial<InvoiceInput> = {}) {
  const built = invoice(anInvoiceInput(input));
  if (!built.ok) throw new Error(built.problem.code);
  return signDocument(built.value, signer, SIGNED_AT).xml;
}
const references = (xml: string) =>
  readXml(xml, (root) => root.all("Reference").map((reference) => reference.attribute("URI")?.split("-")[0]));

test("the same document, key and instant give the same bytes", () => {
  expect(signed()).toBe(signed());
});

test("is canonical as it stands, its signing time in Ecuador's", () => {
  const xml = signed({ buyer: aBuyer({ legalName: HOSTILE_NAME }) });
  const document = XmlDocument.fromString(xml);
  expect(document.canonicalizeToString()).toBe(xml.slice(xml.indexOf("<factura")));
  document.dispose();
  expect(readXml(xml, (root) => root.text("SigningTime"))).toBe("2026-11-23T22:30:00-05:00");
});

test("names its certificate by digest, issuer and decimal serial", () => {
  const { digest, issuer, serial } = readXml(signed(), (root) => ({
    digest: root.all("CertDigest")[0]?.text("DigestValue"),
    issuer: root.text("X509IssuerName"),
    serial: root.text("X509SerialNumber"),
  }));
  expect(digest).toBe(createHash("sha1").update(signer.certificateDer).digest("base64"));
  expect(issuer).toBe(
    String.raw`CN=Ñandú & Cía. \<S.A.\> \"La 'Esquina'\",2.5.4.5=#130d31373930303132333435303031,EMAILADDRESS=firma@ejemplo.ec,O=AUTORIDAD DE PRUEBA S.A.\, QUITO,C=EC`,
  );
  expect(serial).toMatch(/^\d{36,39}$/);
});

conformanceTest("has the references of a document SRI takes, in their order", () => {
  const shape = (xml: string) =>
    readXml(xml, (root) =>
      root.all("Reference").map((node) => [node.attribute("Type"), node.all("Transform").map((each) => each.attribute("Algorithm"))]),
    );
  expect(shape(signed())).toEqual(shape(readConformance("ec/samples/factura-1.1.0-signed.xml")));
  expect(references(signed())).toEqual(["#SignedProperties", "#Certificate", "#comprobante"]);
});

conformanceTest("xmlsec1 verifies every reference and the schema holds, with names that break careless XML", () => {
  const lines = someTotals().lines.map((line) => ({ ...line, description: `${HOSTILE_NAME}\r\n€ 😀 ]]>`, code: `<&"'>` }));
  const hostile = {
    issuer: anIssuer({ legalName: HOSTILE_NAME }),
    buyer: aBuyer({ legalName: HOSTILE_NAME }),
    totals: { ...someTotals(), lines },
    additional: { [`a"b'<>&\t`]: HOSTILE_NAME },
  };
  for (const xml of [signed(), signed(hostile)]) {
    const verdict = verifySignedXml(xml);
    expect(verdict.output).toContain("3/3 refs");
    expect(verdict.ok).toBe(true);
    expect(validateXsd("ec/xsd/factura_V1.1.0.with-signature.xsd", xml)).toMatchObject({ ok: true });
  }
});

conformanceTest("credit notes and guides are signed in the same way", () => {
  const buyer = aBuyer({ legalName: HOSTILE_NAME });
  for (const input of [aCreditNoteInput({ buyer }), aDispatchGuideInput({ recipients: [aRecipient({ legalName: HOSTILE_NAME })] })]) {
    const built = build(input);
    if (!built.ok) throw new Error(built.problem.code);
    const { xml } = signDocument(built.value, signer, SIGNED_AT);
    expect(xml).toMatch(/<(notaCredito|guiaRemision) id="comprobante"/);
    expect(verifySignedXml(xml)).toMatchObject({ ok: true, output: expect.stringContaining("3/3 refs") as string });
  }
});

conformanceTest("a changed cent, date or signer is noticed", () => {
  const xml = signed();
  const forged = [
    xml.replace("37.20", "37.21"),
    xml.replace("22:30:00", "22:30:01"),
    xml.replace("<ds:Exponent>AQAB", "<ds:Exponent>AQAC"),
  ];
  for (const changed of forged) {
    expect(changed).not.toBe(xml);
    expect(verifySignedXml(changed).ok).toBe(false);
  }
});

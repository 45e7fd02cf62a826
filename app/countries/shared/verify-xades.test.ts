import { createHash, createPrivateKey, sign } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { conformanceTest, readConformance, verifySignedXml } from "~/testing/conformance";
import { makeTestCertificate } from "~/testing/certificates";
import { aBuyer, anInvoiceInput, HOSTILE_NAME } from "~/testing/ecuador";
import { countryPack } from "../index";
import type { Signer } from "../pack";
import { certificateTaxId } from "../ec/certificate-tax-id";
import type { FaultCode } from "./verification";
import { verifyXades } from "./verify-xades";
import { signXades, type XadesProfile } from "./xades";
import { element, textElement } from "./xml";

const DS = "http://www.w3.org/2000/09/xmldsig#";
const SHA256: XadesProfile = {
  hash: "sha256",
  digestMethod: "http://www.w3.org/2001/04/xmlenc#sha256",
  signatureMethod: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  description: "contenido comprobante",
};
let signer: Signer;
let ours: string;

beforeAll(async () => {
  const made = await makeTestCertificate({ commonName: HOSTILE_NAME, taxId: "1790012345001", email: "firma@ejemplo.ec" });
  const certificateDer = Buffer.from(made.certificatePem.replace(/-----.*-----|\s/g, ""), "base64");
  signer = { certificateDer, privateKey: createPrivateKey(made.privateKeyPem) };
  const ec = countryPack("EC");
  const built = ec.build(anInvoiceInput({ buyer: aBuyer({ legalName: `${HOSTILE_NAME} 😀` }) }));
  if (!built.ok) throw new Error(built.problem.code);
  ours = ec.sign(built.value, signer, "2026-11-24T03:30:00Z").xml;
});

const verified = (xml: string) => verifyXades(xml, certificateTaxId);
const codes = (xml: string): FaultCode[] => verified(xml).faults.map(({ fault }) => fault);
/** Each fault as its code and the place, without the part of an id that is different in every document. */
const faults = (xml: string) => verified(xml).faults.map(({ fault, where }) => `${fault} ${where.replace(/-.*/, "")}`);

/** Changes one character within what a pattern's first group matches. */
function changed(xml: string, pattern: RegExp, at = 0): string {
  const match = pattern.exec(xml);
  const place = match?.indices?.[1]?.[0];
  if (place === undefined) throw new Error(`${pattern} is not in the document`);
  const position = place + at;
  return `${xml.slice(0, position)}${xml[position] === "A" ? "B" : "A"}${xml.slice(position + 1)}`;
}

test("what our engine signs verifies, and says what it covers, by whom and when", () => {
  const { references, certificate, ...rest } = verified(ours);
  expect(rest).toEqual({ holds: true, faults: [], signatureHolds: true, signingTime: "2026-11-23T22:30:00-05:00" });
  expect(references.map(({ covers, holds }) => [covers, holds])).toEqual([
    ["/factura/Signature/Object/QualifyingProperties/SignedProperties", true],
    ["/factura/Signature/KeyInfo", true],
    ["/factura", true],
  ]);
  expect(certificate).toMatchObject({ taxId: "1790012345001", subject: expect.stringContaining("Ñandú & Cía.") as string });
});

test("a signature with SHA-256 verifies", () => {
  const root = element("factura", [textElement("ruc", "1790012345001")], { id: "comprobante" });
  const xml = signXades({ root, rootId: "comprobante", idSuffix: "1", signingTime: "2026-11-24T00:00:00Z", signer }, SHA256);
  expect(codes(xml)).toEqual([]);
  expect(codes(changed(xml, /<ruc>(\d)/d))).toEqual(["digest_differs"]);
});

const SAMPLES = ["factura-1.1.0-signed", "third-party-invoice-signed"];
const sample = (name: string) => readConformance(`ec/samples/${name}.xml`);

conformanceTest("the public samples, signed by others, verify", () => {
  for (const name of SAMPLES) expect(verified(sample(name)), name).toMatchObject({ holds: true, signatureHolds: true });
  expect(verified(sample("factura-1.1.0-signed")).certificate?.taxId).toBe("1790012345001");
  expect(verified(sample("third-party-invoice-signed"))).toMatchObject({ signingTime: "2024-04-18T14:34:32.878-05:00" });
});

/** One character of each kind of content, and what is said about it, in the order of the references. */
const MUTATIONS: [what: string, pattern: RegExp, says: RegExp[]][] = [
  ["a text", /<razonSocialComprador>(.)/d, [/^digest_differs #comprobante/]],
  ["the last cent", /<importeTotal>\d+\.\d(\d)/d, [/^digest_differs #comprobante/]],
  ["an attribute", /<factura[^>]* version="(.)/d, [/^digest_differs #comprobante/]],
  ["an attribute's name", /<campoAdicional (n)ombre=/d, [/^digest_differs #comprobante/]],
  ["the id", /<factura[^>]*id="(.)/d, [/^reference_missing #comprobante/, /^document_not_covered \/factura/]],
  ["the signing time", /SigningTime>(2)/d, [/^digest_differs #(SignedProperties|SP)/]],
  ["the certificate's digest", /CertDigest>.*?DigestValue>(.)/d, [/^digest_differs #(SignedProperties|SP)/, /^certificate_differs/]],
  ["the public key beside the certificate", /Modulus>(.)/d, [/^digest_differs #(Certificate|K)/]],
  ["a reference's digest", /URI="#comprobante".*?DigestValue>(.)/d, [/^digest_differs #comprobante/, /^signature_differs/]],
  [
    "another reference's digest",
    /01903#SignedProperties".*?DigestValue>(.)/d,
    [/^digest_differs #(SignedProperties|SP)/, /^signature_differs/],
  ],
  ["the signature value", /SignatureValue[^>]*>(.)/d, [/^signature_differs SignatureValue/]],
];

function expectEveryMutationNamed(xml: string): void {
  for (const [what, pattern, says] of MUTATIONS) {
    const found = faults(changed(xml, pattern));
    expect(found, what).toHaveLength(says.length);
    says.forEach((each, index) => expect(found[index], what).toMatch(each));
  }
}

test("one changed character of any kind is noticed, and the right reference named", () => expectEveryMutationNamed(ours));

conformanceTest("also in documents that others signed", () => SAMPLES.forEach((name) => expectEveryMutationNamed(sample(name))));

conformanceTest("a changed certificate is noticed wherever it is changed", () => {
  for (const xml of [ours, ...SAMPLES.map(sample)])
    for (const at of [0, 40, 200, 700, 1000]) {
      const forged = changed(xml, /X509Certificate>([^<]*)/d, at);
      expect(
        faults(forged).filter((fault) => /^(digest_differs #(Certificate|K)|certificate_)/.test(fault)),
        `at ${at}`,
      ).toHaveLength(2);
    }
});

conformanceTest(
  "xmlsec1 says the same of every sample and every mutation",
  () => {
    for (const xml of [ours, ...SAMPLES.map(sample)]) {
      expect(verifySignedXml(xml).ok).toBe(true);
      for (const [what, pattern] of MUTATIONS) {
        const forged = changed(xml, pattern);
        // xmlsec1 looks at references and signature; that the named certificate is this one is our own question.
        expect({ what, holds: verified(forged).holds }).toEqual({ what, holds: verifySignedXml(forged).ok });
      }
    }
  },
  60_000,
);

test("white space in base64 is none of its content, anything else is refused", () => {
  const wrapped = ours.replace(
    /(SignatureValue[^>]*>)([^<]*)/,
    (_all, tag: string, value: string) => tag + value.replace(/.{76}/g, "$&\n"),
  );
  expect(codes(wrapped)).toEqual([]);
  expect(codes(ours.replace(/(SignatureValue[^>]*>)/, "$1*"))).toEqual(["signature_differs"]);
});

const rootId = 'id="comprobante"';

test("an id that is there twice covers nothing", () => {
  const twice = ours.replace("<detalles>", `<detalles ${rootId}>`);
  expect(codes(twice)).toEqual(["reference_ambiguous", "document_not_covered"]);
  expect(codes(ours.replace("<detalles>", `<detalles xml:id="comprobante">`))).toContain("reference_ambiguous");
});

test("a signed document wrapped into another one is said to cover only itself", () => {
  const inner = ours.slice(ours.indexOf("<factura"));
  const wrapped = `<factura><ruc>9999999999001</ruc><other>${inner}</other></factura>`;
  const { holds, references, faults: found } = verified(wrapped);
  expect(holds).toBe(false);
  expect(references[2]).toMatchObject({ uri: "#comprobante", covers: "/factura/other/factura", holds: true });
  expect(found).toContainEqual({ fault: "document_not_covered", where: "/factura" });
});

test("signed properties that no reference covers, and content hidden in the signature, are named", () => {
  const properties = /<etsi:QualifyingProperties.*?<\/etsi:QualifyingProperties>/.exec(ours)?.[0] ?? "";
  const second = properties.replace(/ Id="SignedProperties[^"]*"/, "").replace(/SigningTime>2026/, "SigningTime>2036");
  expect(faults(ours.replace("<ds:Object", `<ds:Object>${second}</ds:Object><ds:Object`))).toContainEqual(
    expect.stringMatching(/^properties_not_covered \/factura\/Signature\/Object\/QualifyingProperties\/SignedProperties$/),
  );
  for (const hidden of ["<ruc>9999999999001</ruc>", "<ds:ruc>9999999999001</ds:ruc>"])
    expect(faults(ours.replace("<ds:Object ", `<ds:Object>${hidden}</ds:Object><ds:Object `))).toEqual([
      "unsigned_content /factura/Signature/Object/ruc",
    ]);
});

test("another certificate of the same key is not the signer's", async () => {
  const other = await makeTestCertificate({ commonName: "OTRO", taxId: "1792060346001" });
  const theirs = Buffer.from(other.certificatePem.replace(/-----.*-----|\s/g, "")).toString();
  const forged = ours.replace(/(X509Certificate>)[^<]*/, `$1${theirs}`);
  expect(faults(forged)).toEqual([
    "digest_differs #Certificate",
    "certificate_differs X509Certificate",
    "signature_differs SignatureValue",
  ]);
});

/** Plain XML-DSig over a root, with what the test wants in its SignedInfo. */
function plainlySigned(root: string, transforms: string, uri: string, method = `${DS}rsa-sha1`): string {
  const digest = createHash("sha1").update(root).digest("base64");
  const info = (namespace: string) =>
    `<ds:SignedInfo${namespace}><ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${method}"></ds:SignatureMethod><ds:Reference URI="${uri}"><ds:Transforms>${transforms}</ds:Transforms><ds:DigestMethod Algorithm="${DS}sha1"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const value = sign("sha1", Buffer.from(info(` xmlns:ds="${DS}"`)), signer.privateKey).toString("base64");
  const certificate = Buffer.from(signer.certificateDer).toString("base64");
  const signature = `<ds:Signature xmlns:ds="${DS}">${info("")}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`;
  return root.replace(/<\/[^>]*>$/, (end) => signature + end);
}
const transform = (algorithm: string) => `<ds:Transform Algorithm="${algorithm}"></ds:Transform>`;
const ENVELOPED = transform(`${DS}enveloped-signature`);

test("plain XML-DSig over the whole document verifies; what we can't check is never taken for good", () => {
  expect(verified(plainlySigned("<a><b>1</b></a>", ENVELOPED, ""))).toMatchObject({ holds: true, signingTime: null });
  const xpath = transform("http://www.w3.org/TR/1999/REC-xpath-19991116");
  expect(codes(plainlySigned("<a></a>", ENVELOPED + xpath, ""))).toEqual(["algorithm_not_supported", "document_not_covered"]);
  expect(codes(plainlySigned("<a></a>", ENVELOPED, "", `${DS}hmac-sha1`))).toEqual(["algorithm_not_supported"]);
  expect(codes(plainlySigned("<a></a>", ENVELOPED, "file:///etc/passwd"))).toEqual(["reference_missing", "document_not_covered"]);
});

test("what is no signed XML in UTF-8, or more than anybody's invoice, is refused before it costs anything", () => {
  const entity = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`;
  const bomb = `<!DOCTYPE a [<!ENTITY x "y">${[...Array(20).keys()].map((n) => `<!ENTITY x${n} "&x;&x;">`).join("")}]><a>&x19;</a>`;
  const cases: [string, FaultCode][] = [
    ["", "unreadable"],
    ["<a", "unreadable"],
    [entity, "unreadable"],
    [bomb, "unreadable"],
    ["<a>".repeat(5_000) + "</a>".repeat(5_000), "unreadable"],
    ["<a></a>", "unsigned"],
    [ours.replace("UTF-8", "ISO-8859-1"), "not_utf8"],
    [ours.replace("</factura>", `<ds:Signature xmlns:ds="${DS}"></ds:Signature></factura>`), "several_signatures"],
    [`<a>${"x".repeat(4_000_001)}</a>`, "too_large"],
    [`<a>${"<b></b>".repeat(50_000)}</a>`, "too_large"],
    [`<a ${[...Array(99).keys()].map((n) => `xmlns:n${n}="urn:${n}"`).join(" ")}></a>`, "too_large"],
  ];
  for (const [xml, code] of cases)
    expect(verified(xml), xml.slice(0, 60)).toMatchObject({ holds: false, faults: [{ fault: code, where: "" }] });
});

test("a hostile document within the limits ends soon, and many references are not followed", () => {
  const many = ours.replace(/(<ds:Reference Id="Reference[^>]*>.*?<\/ds:Reference>)/, (reference) => reference.repeat(50));
  expect(codes(many)).toContain("too_many_references");
  const nested = (depth: number) => "<d>".repeat(depth) + "<e></e>".repeat(45_000) + "</d>".repeat(depth);
  expect(codes(ours.replace("<detalles>", `<detalles>${nested(31)}`))).toEqual(["too_large"]);
  const namespaces = [...Array(28).keys()].map((n) => `xmlns:n${n}="urn:${n}"`).join(" ");
  const hostile = ours.replace("<detalles>", `<detalles ${namespaces}>${nested(29)}`);
  const began = process.cpuUsage();
  expect(codes(hostile)).toEqual(["digest_differs"]);
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10);
});

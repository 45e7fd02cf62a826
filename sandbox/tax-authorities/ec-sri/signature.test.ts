import { expect, test } from "vitest";
import { aFactura } from "./testing/a-factura";
import { keyOf } from "./testing/head";
import { aSigner, sign } from "./testing/sign";
import { startSri } from "./testing/wire";

const signer = aSigner();
const signed = sign(aFactura(), signer).toString("utf8");

async function verdictOn(
  document: string | Buffer,
): Promise<{ state?: string | undefined; codes?: string[] | undefined; details?: string | undefined }> {
  const { send, ask } = await startSri();
  expect(await send(Buffer.from(document).toString("base64"))).toMatchObject({ state: "RECIBIDA" });
  const [{ state, codes, details } = {}] = await ask(keyOf(aFactura()));
  return { state, codes, details };
}

const other = sign(aFactura(), aSigner()).toString("utf8");
const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start);
  return text.slice(from, text.indexOf(end, from) + end.length);
};
const swapped = (start: string, end: string): string => signed.replace(between(signed, start, end), () => between(other, start, end));

test.each([
  ["an altered amount", signed.replaceAll("115.00", "116.00"), "#comprobante"],
  ["an altered name", signed.replace("EMPRESA DE", "EMPRESA DEL"), "#comprobante"],
  ["white space put between elements", signed.replace("<infoFactura>", "\n<infoFactura>"), "#comprobante"],
  ["an altered signing time", signed.replace("2026-11-23T11:00:00", "2026-11-23T11:00:01"), "#SignedProperties-1"],
  ["another signer's signature value", swapped("<ds:SignatureValue>", "</ds:SignatureValue>"), "no corresponde al certificado"],
  ["another signer's certificate", swapped("<ds:X509Certificate>", "</ds:X509Certificate>"), "#KeyInfo-1"],
  ["another signer's key info", swapped("<ds:KeyInfo", "</ds:KeyInfo>"), "#KeyInfo-1"],
  ["no signature at all", aFactura(), "no está firmado"],
  ["a missing reference", signed.replace(between(signed, '<ds:Reference URI="#KeyInfo-1">', "</ds:Reference>"), ""), "tres referencias"],
])("%s is not authorised: 39", async (_, document, detail) => {
  const verdict = await verdictOn(document);
  expect(verdict).toMatchObject({ state: "NO AUTORIZADO", codes: ["39"] });
  expect(verdict.details).toContain(detail);
});

test("a certificate that can't be read is 40, in a signature or none", async () => {
  const unreadable = signed.replace(
    between(signed, "<ds:X509Certificate>", "</ds:X509Certificate>"),
    "<ds:X509Certificate>AAAA</ds:X509Certificate>",
  );
  expect(await verdictOn(unreadable)).toMatchObject({ state: "NO AUTORIZADO", codes: ["40"] });
  const missing = signed.replace(between(signed, "<ds:X509Certificate>", "</ds:X509Certificate>"), "");
  expect(await verdictOn(missing)).toMatchObject({ codes: ["40"] });
});

test.each([
  ["an expired certificate", aSigner({ to: "2026-11-22" }), {}, "vigente"],
  ["a certificate from tomorrow on", aSigner({ from: "2026-11-25" }), {}, "vigente"],
  ["a certificate for encryption only", aSigner({ digitalSignature: false }), {}, "firma digital"],
  [
    "a fourth reference",
    signer,
    {
      prepare: (one: string) => {
        const second = between(one, '<ds:Reference URI="#KeyInfo-1">', "</ds:Reference>");
        return one.replace(second, second + second);
      },
    },
    "tres referencias",
  ],
  [
    "two references only",
    signer,
    { prepare: (one: string) => one.replace(between(one, '<ds:Reference URI="#KeyInfo-1">', "</ds:Reference>"), "") },
    "tres referencias",
  ],
  ["SHA-256 digests", signer, { prepare: (one: string) => one.replaceAll("xmldsig#sha1", "xmlenc#sha256") }, "algoritmo"],
  [
    "exclusive canonicalisation",
    signer,
    { prepare: (one: string) => one.replace("http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2001/10/xml-exc-c14n#") },
    "algoritmo",
  ],
  [
    "another certificate's serial number",
    signer,
    { prepare: (one: string) => one.replace(/SerialNumber>\d+</, "SerialNumber>1<") },
    "X509SerialNumber",
  ],
  [
    "a serial number in hexadecimal",
    signer,
    { prepare: (one: string) => one.replace(/SerialNumber>\d+</, "SerialNumber>0a1b2c3d<") },
    "X509SerialNumber",
  ],
  ["another issuer's name", signer, { prepare: (one: string) => one.replace("CN=AUTORIDAD DE PRUEBA", "CN=OTRA") }, "X509IssuerName"],
  [
    "an e-mail attribute called E",
    signer,
    { prepare: (one: string) => one.replace("CN=AUTORIDAD DE PRUEBA", "E=a@b.ec,CN=AUTORIDAD DE PRUEBA") },
    "EMAILADDRESS",
  ],
  [
    "a digest of another certificate",
    signer,
    { prepare: (one: string) => one.replace(/(CertDigest>.*?DigestValue>)[^<]*/, "$1AAAA") },
    "CertDigest",
  ],
  ["another public key", signer, { prepare: (one: string) => one.replace(/Modulus>[^<]*</, "Modulus>AAAA<") }, "RSAKeyValue"],
  [
    "properties of another signature",
    signer,
    { prepare: (one: string) => one.replace('Target="#Signature-1"', 'Target="#Signature-2"') },
    "QualifyingProperties",
  ],
])("%s, truly signed, is not authorised: 39", async (_, by, options, detail) => {
  const verdict = await verdictOn(sign(aFactura(), by, options));
  expect(verdict).toMatchObject({ state: "NO AUTORIZADO", codes: ["39"] });
  expect(verdict.details).toContain(detail);
});

test("an element that borrows the signed one's id does not pass for it", async () => {
  const wrapped = signed.replace("<ds:Object>", '<ds:Object><etsi:Other Id="comprobante"/>');
  expect(await verdictOn(wrapped)).toMatchObject({ codes: ["39"] });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import forge from "node-forge";
import { beforeAll, expect, test } from "vitest";
import { makeTestCertificate, makeTestP12, type TestCertificate } from "~/testing/certificates";
import { openP12 } from "./open-p12";

const NOW = "2026-11-23T15:00:00.000Z";
const BEFORE = new Date("2026-01-01T00:00:00Z");
const options = { commonName: "JOSÉ NÚÑEZ", taxId: "1790012345001", notBefore: BEFORE };
let good: TestCertificate;

beforeAll(async () => {
  good = await makeTestCertificate({ ...options, email: "firma@ejemplo.ec" });
});

const open = (file: Uint8Array, password = "clave", now = NOW) => openP12(file, password, now);
const codeOf = (file: Uint8Array, password?: string, now?: string) => {
  const outcome = open(file, password, now);
  return outcome.ok ? "ok" : outcome.problem;
};
const subjectOf = (file: Uint8Array, password?: string) => {
  const outcome = open(file, password);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.certificate.subject;
};

test.each([true, false])("opens what node-forge writes, with old ciphers: %s", async (legacy) => {
  expect(subjectOf(await makeTestP12({ ...options, password: "clave", legacy }))).toMatch(/^CN=JOSÉ NÚÑEZ,/);
});

/** Packs with the OpenSSL command line, where there is one; it writes what Windows and the certification authorities write. */
function openssl(packed: TestCertificate, password: string, flags: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "p12-"));
  try {
    writeFileSync(join(folder, "both.pem"), packed.certificatePem + packed.privateKeyPem);
    execFileSync("openssl", ["pkcs12", "-export", "-in", "both.pem", "-out", "out.p12", "-passout", `pass:${password}`, ...flags], {
      cwd: folder,
      stdio: "pipe",
    });
    return readFileSync(join(folder, "out.p12"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const AES = ["-keypbe", "AES-256-CBC", "-certpbe", "AES-256-CBC", "-macalg"];
test.skipIf(spawnSync("openssl", ["version"]).error).each([
  ["RC2-40 and 3DES, as Uanataca delivers", ["-legacy"], "clave"],
  ["AES-256, SHA-256", [...AES, "sha256"], "clave"],
  ["AES-256, SHA-512, 100,000 rounds", [...AES, "sha512", "-iter", "100000"], "clave"],
  ["a password with ñ and €, new ciphers", [...AES, "sha256"], "contraseña€"],
  ["a password with ñ and €, old ciphers", ["-legacy"], "contraseña€"],
  ["a file without MAC", [...AES.slice(0, 4), "-nomac"], "clave"],
  ["certificates in the clear", ["-certpbe", "NONE", "-keypbe", "AES-256-CBC"], "clave"],
])("opens what OpenSSL writes: %s", (_, flags, password) => {
  const file = openssl(good, password, flags);
  expect(subjectOf(file, password)).toMatch(/^CN=JOSÉ NÚÑEZ,/);
  expect(codeOf(file, "otra")).toEqual({ code: "certificate_wrong_password" });
});

test("gives the stored bytes of the certificate, its issuer by RFC 2253 with EMAILADDRESS, and its serial in decimal", () => {
  const outcome = open(unprotected([good]));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { certificate, signer } = outcome.value;
  expect(Buffer.from(signer.certificateDer).toString("latin1")).toBe(
    forge.asn1.toDer(forge.pki.certificateToAsn1(good.certificate)).getBytes(),
  );
  expect(certificate.issuer).toBe(
    "CN=JOSÉ NÚÑEZ,2.5.4.5=#130d31373930303132333435303031,EMAILADDRESS=firma@ejemplo.ec,O=AUTORIDAD DE PRUEBA S.A.\\, QUITO,C=EC",
  );
  expect(certificate.serial).toBe(BigInt(`0x${good.certificate.serialNumber}`).toString());
});

test("of several keys and certificates takes the one that may sign and lives longest, in whatever order they lie", async () => {
  const encryption = await makeTestCertificate({ ...options, commonName: "Encryption", days: 2000, signs: false });
  const expired = await makeTestCertificate({ ...options, commonName: "Old", days: 30 });
  const renewed = await makeTestCertificate({ ...options, commonName: "Renewed", days: 900 });
  for (const order of [
    [encryption, expired, good, renewed],
    [renewed, good, expired, encryption],
  ]) {
    expect(subjectOf(unprotected(order))).toMatch(/^CN=Renewed,/);
  }
  expect(codeOf(unprotected([encryption]))).toEqual({ code: "certificate_no_signing_key" });
  expect(codeOf(unprotected([expired, encryption]))).toEqual({ code: "certificate_expired", params: { notAfter: "2026-01-31" } });
});

test("names the authorities above the certificate as far as the file holds them", async () => {
  const root = await makeTestCertificate({ ...options, commonName: "Raíz", signs: false });
  const middle = await makeTestCertificate({ ...options, commonName: "Subordinada", signs: false });
  const leaf = await makeTestCertificate(options);
  for (const [below, above] of [
    [middle, root],
    [leaf, middle],
  ] as const) {
    below.certificate.setIssuer(above.certificate.subject.attributes);
    below.certificate.sign(above.privateKey, forge.md.sha256.create());
  }
  const chainIn = (...entries: TestCertificate[]) => {
    const outcome = open(unprotected(entries));
    return outcome.ok ? outcome.value.chain.map((name) => /CN=([^,]+)/.exec(name)?.[1]) : outcome.problem;
  };
  expect(chainIn(root, leaf, middle)).toEqual(["Subordinada", "Raíz"]);
  expect(chainIn(leaf, root)).toEqual(["Subordinada"]);
  expect(chainIn(good)).toEqual(["JOSÉ NÚÑEZ"]);
});

test("a certificate without its key can't sign, one of tomorrow not yet", async () => {
  const other = await makeTestCertificate(options);
  expect(codeOf(unprotected([{ ...good, privateKey: other.privateKey }]))).toEqual({ code: "certificate_no_signing_key" });
  expect(codeOf(unprotected([good]), "", "2025-12-31T00:00:00Z")).toEqual({
    code: "certificate_not_yet_valid",
    params: { notBefore: "2026-01-01" },
  });
});

test("what is no p12 is unreadable: text, PEM, cut files, huge files, files that ask for endless work", async () => {
  const file = await makeTestP12({ ...options, password: "clave" });
  const unreadable = [
    Buffer.from(""),
    Buffer.from("hola"),
    Buffer.from(good.certificatePem),
    file.subarray(0, 900),
    Buffer.alloc(300_000, 48),
    unprotected([good], 9_000_000),
  ];
  for (const broken of unreadable) expect(codeOf(broken)).toEqual({ code: "certificate_unreadable" });
});

/** Several certificates and keys in one file, as Banco Central packs them; unencrypted, because only the choice is at stake. */
function unprotected(entries: TestCertificate[], macIterations?: number): Uint8Array {
  const { asn1, pki, util } = forge;
  const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
  const { SEQUENCE, OCTETSTRING, INTEGER, OID } = asn1.Type;
  const sequence = (...value: forge.asn1.Asn1[]) => asn1.create(UNIVERSAL, SEQUENCE, true, value);
  const primitive = (type: forge.asn1.Type, bytes: string) => asn1.create(UNIVERSAL, type, false, bytes);
  const oid = (text: string) => primitive(OID, asn1.oidToDer(text).getBytes());
  const tagged = (value: forge.asn1.Asn1) => asn1.create(CONTEXT_SPECIFIC, 0 as forge.asn1.Type, true, [value]);
  const data = (content: forge.asn1.Asn1) =>
    sequence(oid(pki.oids.data as string), tagged(primitive(OCTETSTRING, asn1.toDer(content).getBytes())));
  const bag = (type: string, content: forge.asn1.Asn1) => sequence(oid(type), tagged(content));
  const bags = entries.flatMap(({ certificate, privateKey }) => [
    bag(
      "1.2.840.113549.1.12.10.1.3",
      sequence(oid("1.2.840.113549.1.9.22.1"), tagged(primitive(OCTETSTRING, asn1.toDer(pki.certificateToAsn1(certificate)).getBytes()))),
    ),
    bag("1.2.840.113549.1.12.10.1.1", pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(privateKey))),
  ]);
  const mac = macIterations && [
    sequence(
      sequence(sequence(oid("1.3.14.3.2.26")), primitive(OCTETSTRING, "x".repeat(20))),
      primitive(OCTETSTRING, "salt"),
      primitive(INTEGER, util.hexToBytes(macIterations.toString(16).padStart(8, "0"))),
    ),
  ];
  const file = sequence(primitive(INTEGER, "\u0003"), data(sequence(data(sequence(...bags)))), ...(mac || []));
  return Buffer.from(asn1.toDer(file).getBytes(), "latin1");
}

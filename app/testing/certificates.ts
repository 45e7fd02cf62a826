import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";

export type TestCertificateOptions = {
  commonName: string;
  /** Written where Ecuador's CAs write the RUC: the extension …3.11 and the subject's serialNumber. Null leaves both out. */
  taxId: string | null;
  days?: number;
  notBefore?: Date;
  /** False makes a certificate for encryption only, such as the second one of a Banco Central file. */
  signs?: boolean;
  /** Added to the name, so that it appears in subject and issuer. */
  email?: string;
};

export type TestCertificate = {
  certificate: forge.pki.Certificate;
  privateKey: forge.pki.rsa.PrivateKey;
  certificatePem: string;
  privateKeyPem: string;
};

const RUC_EXTENSION = "1.3.6.1.4.1.37746.3.11";
const DAY_MS = 86_400_000;

/** A fresh RSA 2048 key and a self-signed certificate for it, shaped like those of Ecuador's certification authorities. */
export async function makeTestCertificate(options: TestCertificateOptions): Promise<TestCertificate> {
  const { privateKey: privateKeyPem } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const privateKey = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  // A long serial whose first bit is unset: it has to be written in decimal, beyond what a double holds.
  certificate.serialNumber = `1f${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  const notBefore = options.notBefore ?? new Date(Date.now() - DAY_MS);
  certificate.validity.notBefore = notBefore;
  certificate.validity.notAfter = new Date(notBefore.getTime() + (options.days ?? 730) * DAY_MS);
  const name = nameOf(options);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions(extensionsOf(options));
  certificate.sign(privateKey, forge.md.sha256.create());
  return { certificate, privateKey, certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
}

/** A self-signed certificate with its key as a .p12: the new ciphers, or the old ones (3DES) that many authorities still deliver. */
export async function makeTestP12(options: TestCertificateOptions & { password: string; legacy?: boolean }): Promise<Uint8Array> {
  const { certificate, privateKey } = await makeTestCertificate(options);
  const algorithm = options.legacy ? "3des" : "aes256";
  const file = forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], options.password, { algorithm, friendlyName: "test" });
  return Buffer.from(forge.asn1.toDer(file).getBytes(), "latin1");
}

function nameOf({ commonName, taxId, email }: TestCertificateOptions): forge.pki.CertificateField[] {
  const utf8 = { valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class };
  return [
    { name: "countryName", value: "EC" },
    { name: "organizationName", value: "AUTORIDAD DE PRUEBA S.A., QUITO", ...utf8 },
    ...(email ? [{ name: "emailAddress", value: email }] : []),
    ...(taxId ? [{ type: "2.5.4.5", value: taxId }] : []),
    { name: "commonName", value: commonName, ...utf8 },
  ];
}

function extensionsOf({ taxId, signs = true }: TestCertificateOptions): object[] {
  const usage = signs ? { digitalSignature: true, nonRepudiation: true } : { keyEncipherment: true, dataEncipherment: true };
  const { create, Class, Type, toDer } = forge.asn1;
  const ruc = taxId && { id: RUC_EXTENSION, value: toDer(create(Class.UNIVERSAL, Type.UTF8, false, taxId)).getBytes() };
  return [{ name: "basicConstraints", cA: false }, { name: "keyUsage", critical: true, ...usage }, ...(ruc ? [ruc] : [])];
}

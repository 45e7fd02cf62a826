import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { Clock, Ports } from "~/ports/ports";

type Signer = ReturnType<Ports["throwAwaySigner"]>;

const DAY_MS = 86_400_000;

/**
 * Signers with a certificate of our own making that lives in this process's memory and that nobody trusts: a rehearsal signs as the real
 * document would, before the merchant has uploaded theirs. One key for all, made at first use.
 */
export function throwAwaySigner(clock: Clock): Ports["throwAwaySigner"] {
  let pem: string | undefined;
  const made = new Map<string, Signer>();
  return ({ legalName, taxId }) => {
    pem ??= newKey();
    const key = `${taxId} ${legalName}`;
    const signer = made.get(key) ?? {
      certificateDer: certificateFor(pem, { legalName, taxId }, clock.now()),
      privateKey: createPrivateKey(pem),
    };
    made.set(key, signer);
    return signer;
  };
}

const newKey = (): string =>
  String(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "pem", type: "pkcs1" }));

function certificateFor(pem: string, { legalName, taxId }: Parameters<Ports["throwAwaySigner"]>[0], now: Date): Uint8Array {
  const key = forge.pki.privateKeyFromPem(pem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(8).toString("hex")}`;
  certificate.validity.notBefore = new Date(now.getTime() - DAY_MS);
  certificate.validity.notAfter = new Date(now.getTime() + DAY_MS);
  const utf8 = { valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class };
  const name = [
    { name: "organizationName", value: "ENSAYO SIN VALOR", ...utf8 },
    { type: "2.5.4.5", value: taxId },
    { name: "commonName", value: legalName, ...utf8 },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: "keyUsage", critical: true, digitalSignature: true }]);
  certificate.sign(key, forge.md.sha256.create());
  return new X509Certificate(forge.pki.certificateToPem(certificate)).raw;
}

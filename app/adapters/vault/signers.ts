import { createPrivateKey } from "node:crypto";
import type { Ports } from "~/ports/ports";
import type { Vault } from "~/ports/secrets";
import type { CertificateRecord } from "~/ports/document-records";

type Signer = ReturnType<Ports["signer"]>;

/** Opens a certificate's key once per process: opening at every signature is what makes peers slow. */
export function signersFrom(vault: Vault): (certificate: CertificateRecord) => Signer {
  const opened = new Map<string, Signer>();
  return (certificate) => {
    const known = opened.get(certificate.id);
    if (known) return known;
    const privateKey = createPrivateKey({ key: Buffer.from(vault.open(certificate.keyEncrypted)), format: "der", type: "pkcs8" });
    const signer: Signer = { certificateDer: certificate.certificateDer, privateKey };
    opened.set(certificate.id, signer);
    return signer;
  };
}

import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import forge from "node-forge";
import { objectId, octets, part, parts, type Der } from "./der";

const PBES2 = "1.2.840.113549.1.5.13";

/** Null as padding can't be taken off: the password is another one. */
export type Decrypted = string | null;

/** Whether a password-based algorithm derives its key in JavaScript, many times slower than the rest. */
export const isOldCipher = (algorithm: Der): boolean => objectId(part(algorithm, 0)) !== PBES2;

/**
 * Decrypts by password (RFC 7292, appendix C, with RC2-40 and 3DES; RFC 8018 with AES and 3DES). Throws on an algorithm it doesn't know.
 */
export function decryptByPassword(algorithm: Der, data: string, password: string): Decrypted {
  return isOldCipher(algorithm) ? oldCipher(algorithm, data, password) : pbes2(part(algorithm, 1), data, password);
}

// node-forge has it, its types don't.
type Cipher = { update(input: forge.util.ByteBuffer): void; finish(): boolean; output: forge.util.ByteBuffer };
const pbe = (forge.pki as unknown as { pbe: { getCipher(oid: string, parameters: Der, password: string): Cipher } }).pbe;

// RC2-40 is not in Node's OpenSSL without its legacy provider.
function oldCipher(algorithm: Der, data: string, password: string): Decrypted {
  const cipher = pbe.getCipher(objectId(part(algorithm, 0)), part(algorithm, 1), password);
  cipher.update(forge.util.createBuffer(data));
  return cipher.finish() ? cipher.output.getBytes() : null;
}

const PRFS: Record<string, string> = {
  "1.2.840.113549.2.7": "sha1",
  "1.2.840.113549.2.8": "sha224",
  "1.2.840.113549.2.9": "sha256",
  "1.2.840.113549.2.10": "sha384",
  "1.2.840.113549.2.11": "sha512",
};
const CIPHERS: Record<string, { name: string; keyBytes: number }> = {
  "2.16.840.1.101.3.4.1.2": { name: "aes-128-cbc", keyBytes: 16 },
  "2.16.840.1.101.3.4.1.22": { name: "aes-192-cbc", keyBytes: 24 },
  "2.16.840.1.101.3.4.1.42": { name: "aes-256-cbc", keyBytes: 32 },
  "1.2.840.113549.3.7": { name: "des-ede3-cbc", keyBytes: 24 },
};

function pbes2(parameters: Der, data: string, password: string): Decrypted {
  const [salt, rounds, ...optional] = parts(part(part(parameters, 0), 1));
  const prfAlgorithm = optional.find((node) => Array.isArray(node.value));
  const prf = prfAlgorithm ? PRFS[objectId(part(prfAlgorithm, 0))] : "sha1";
  const cipher = CIPHERS[objectId(part(part(parameters, 1), 0))];
  if (!salt || !rounds || !prf || !cipher) throw new Error("PKCS#12: unknown PBES2 parameters");
  const key = pbkdf2Sync(password, Buffer.from(octets(salt), "latin1"), integer(rounds), cipher.keyBytes, prf);
  const decipher = createDecipheriv(cipher.name, key, Buffer.from(octets(part(part(parameters, 1), 1)), "latin1"));
  decipher.setAutoPadding(false);
  return withoutPadding(Buffer.concat([decipher.update(data, "latin1"), decipher.final()]));
}

function withoutPadding(padded: Buffer): Decrypted {
  const count = padded.at(-1) ?? 0;
  const padding = padded.subarray(padded.length - count);
  return count > 0 && count <= 16 && padding.every((byte) => byte === count) ? padded.toString("latin1", 0, padded.length - count) : null;
}

export const integer = (node: Der): number => Number(BigInt(`0x${Buffer.from(octets(node), "latin1").toString("hex")}`));

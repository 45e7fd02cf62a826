import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { objectId, octets, part, parts, type Der } from "./der";

type Digest = { name: string; block: number };

const DIGESTS: Record<string, Digest> = {
  "1.3.14.3.2.26": { name: "sha1", block: 64 },
  "2.16.840.1.101.3.4.2.1": { name: "sha256", block: 64 },
  "2.16.840.1.101.3.4.2.2": { name: "sha384", block: 128 },
  "2.16.840.1.101.3.4.2.3": { name: "sha512", block: 128 },
};

/** Whether the file's MAC holds for a password; `iterations` as the file asks for. Throws on a digest it doesn't know. */
export function macHolds(mac: Der, iterations: number, content: string, password: string): boolean {
  const algorithm = objectId(part(part(part(mac, 0), 0), 0));
  const digest = DIGESTS[algorithm];
  if (!digest) throw new Error(`PKCS#12: unknown MAC digest ${algorithm}`);
  const key = macKey(digest, Buffer.from(octets(part(mac, 1)), "latin1"), iterations, password);
  const actual = createHmac(digest.name, key).update(content, "latin1").digest();
  const expected = Buffer.from(octets(part(part(mac, 0), 1)), "latin1");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

export const macIterations = (mac: Der): Der | undefined => parts(mac)[2];

// RFC 7292, B.2, for the purpose 3 and a key as long as the digest, which takes a single block.
function macKey({ name, block }: Digest, salt: Buffer, iterations: number, password: string): Buffer {
  const secret = Buffer.from(`${password}\0`, "utf16le").swap16();
  let key = Buffer.concat([Buffer.alloc(block, 3), filled(salt, block), filled(secret, block)]);
  for (let round = 0; round < iterations; round++) key = createHash(name).update(key).digest();
  return key;
}

const filled = (pattern: Buffer, block: number): Buffer =>
  pattern.length === 0 ? pattern : Buffer.alloc(Math.ceil(pattern.length / block) * block, pattern);

import { createPrivateKey, type KeyObject } from "node:crypto";
import forge from "node-forge";
import { encodeDer, objectId, octets, parseDer, part, parts, type Der } from "./der";
import { decryptByPassword, integer, isOldCipher } from "./p12-decrypt";
import { macHolds, macIterations } from "./p12-mac";

/** All that a .p12 holds; which key belongs to which certificate is for the reader to find out. */
export type P12Contents = { keys: KeyObject[]; certificates: Uint8Array[] };

export class WrongPassword extends Error {
  override name = "WrongPassword";
}

const DATA = "1.2.840.113549.1.7.1";
const ENCRYPTED_DATA = "1.2.840.113549.1.7.6";
const BAG = {
  key: "1.2.840.113549.1.12.10.1.1",
  shroudedKey: "1.2.840.113549.1.12.10.1.2",
  certificate: "1.2.840.113549.1.12.10.1.3",
  nested: "1.2.840.113549.1.12.10.1.6",
};

/**
 * Rounds of key derivation a file may ask for in all; past this it is made to stall the server. OpenSSL writes 2,048, Java up to 100,000.
 */
const MOST_ROUNDS = 2_000_000;
/** The old ciphers derive their keys in JavaScript. */
const OLD_ROUNDS_COST = 5;

/**
 * Reads a PKCS#12 file (RFC 7292) of the old ciphers (RC2-40, 3DES) or the new (PBES2). Certificates come as the very bytes that were
 * stored. Throws WrongPassword, or another error when the file is none or uses something unknown.
 */
export function readP12(file: Uint8Array, password: string): P12Contents {
  const reader: Reader = { password, roundsLeft: MOST_ROUNDS, contents: { keys: [], certificates: [] } };
  const pfx = parseDer(file);
  const safe = octets(part(part(part(pfx, 1), 1), 0));
  checkMac(parts(pfx)[2], safe, reader);
  for (const info of parts(parseDer(safe))) readBags(parseDer(safeContents(info, reader)), reader);
  return reader.contents;
}

type Reader = { readonly password: string; roundsLeft: number; readonly contents: P12Contents };

function checkMac(mac: Der | undefined, safe: string, reader: Reader): void {
  if (!mac) return;
  const given = macIterations(mac);
  const rounds = given ? integer(given) : 1;
  spend(rounds, reader);
  if (!macHolds(mac, rounds, safe, reader.password)) throw new WrongPassword("PKCS#12: the MAC doesn't match");
}

function safeContents(info: Der, reader: Reader): string {
  const type = objectId(part(info, 0));
  const content = part(part(info, 1), 0);
  if (type === DATA) return octets(content);
  if (type !== ENCRYPTED_DATA) throw new Error(`PKCS#12: content ${type} is not protected by a password`);
  const encrypted = part(content, 1);
  return decrypt(part(encrypted, 1), octets(part(encrypted, 2)), reader);
}

function decrypt(algorithm: Der, data: string, reader: Reader): string {
  spend(roundsIn(part(algorithm, 1)) * (isOldCipher(algorithm) ? OLD_ROUNDS_COST : 1), reader);
  const decrypted = decryptByPassword(algorithm, data, reader.password);
  if (decrypted === null) throw new WrongPassword("PKCS#12: can't be decrypted");
  return decrypted;
}

function readBags(bags: Der, reader: Reader): void {
  const { keys, certificates } = reader.contents;
  for (const bag of parts(bags)) {
    const type = objectId(part(bag, 0));
    const value = part(part(bag, 1), 0);
    if (type === BAG.key) keys.push(privateKey(encodeDer(value)));
    if (type === BAG.shroudedKey) keys.push(privateKey(Buffer.from(decrypt(part(value, 0), octets(part(value, 1)), reader), "latin1")));
    if (type === BAG.certificate) certificates.push(Buffer.from(octets(part(part(value, 1), 0)), "latin1"));
    if (type === BAG.nested) readBags(value, reader);
  }
}

const privateKey = (pkcs8: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });

function spend(rounds: number, reader: Reader): void {
  reader.roundsLeft -= rounds;
  if (reader.roundsLeft < 0) throw new Error("PKCS#12: too many rounds of key derivation");
}

/** The largest integer among an algorithm's parameters: the rounds, or at worst the length of a key. */
const roundsIn = (node: Der): number =>
  Array.isArray(node.value) ? Math.max(0, ...node.value.map(roundsIn)) : node.type === forge.asn1.Type.INTEGER ? integer(node) : 0;

import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { Pins } from "~/ports/secrets";

/** About 50 ms and 16 MB a try: whoever steals the hashes tries a million PINs for most of a day, and each courier's anew. */
const COST = 2 ** 14;
const BYTES = 32;

/** PINs as `scrypt:<cost>:<salt>:<hash>`, in base64. */
export const scryptPins: Pins = {
  async hash(pin) {
    const salt = randomBytes(16);
    const hashed = await derive(pin, salt, COST);
    return ["scrypt", COST, salt.toString("base64"), hashed.toString("base64")].join(":");
  },
  async matches(pin, stored) {
    const [kind, cost = "", salt = "", hashed = ""] = stored.split(":");
    if (kind !== "scrypt") throw new Error("a PIN's hash is malformed");
    const expected = Buffer.from(hashed, "base64");
    return timingSafeEqual(await derive(pin, Buffer.from(salt, "base64"), Number(cost)), expected);
  },
};

const derive = (pin: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((done, fail) => scrypt(pin, salt, BYTES, { N: cost, r: 8, p: 1 }, (error, key) => (error ? fail(error) : done(key))));

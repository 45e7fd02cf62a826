import { randomBytes, randomInt } from "node:crypto";
import type { Clock, Ids } from "~/ports/ports";

/** Ids that sort by the clock's time (RFC 9562, UUIDv7), and unguessable secrets. */
export const idsFrom = (clock: Clock): Ids => ({
  uuid: () => uuidv7(clock.now().getTime()),
  secret: () => randomBytes(32).toString("base64url"),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(""),
});

function uuidv7(milliseconds: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

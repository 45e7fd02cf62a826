import { randomBytes, randomInt } from "node:crypto";
import type { Clock, Ids } from "~/ports/ports";

/** Of the 12 bits that count within a millisecond; begun in the lower half, so that there is room to count. */
const MOST = 0xfff;

/**
 * Ids that sort by the clock's time, and those of one millisecond in the order in which they were made here (RFC 9562, UUIDv7 with a counter, 6.2
 * method 1): a story that is written at once is read in its order. And unguessable secrets.
 */
export function idsFrom(clock: Clock): Ids {
  let last = { milliseconds: -1, count: 0 };
  return {
    uuid: () => {
      const milliseconds = clock.now().getTime();
      const count = milliseconds === last.milliseconds ? Math.min(last.count + 1, MOST) : randomInt(MOST >> 1);
      last = { milliseconds, count };
      return uuidv7(last);
    },
    secret: () => randomBytes(32).toString("base64url"),
    digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(""),
  };
}

function uuidv7({ milliseconds, count }: { milliseconds: number; count: number }): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

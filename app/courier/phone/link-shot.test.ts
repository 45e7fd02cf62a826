import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { chainBreaks } from "~/domain/phone-event/chain";
import type { Shot } from "~/domain/phone-event/event";
import { dayOf, linkShot } from "./link-shot";
import { sha256 } from "./sha256";

test("what the phone chains the server finds intact", async () => {
  const shots: Shot[] = [];
  for (const id of ["a", "b", "c"]) {
    const taken = { id, sha256: await sha256(id), takenAt: "2026-11-25T15:00:00.000Z", deliveryId: "d1" };
    shots.push(await linkShot(taken, "2026-11-25", shots.at(-1)?.link ?? null, sha256));
  }
  expect(shots.map(({ link }) => link.number)).toEqual([1, 2, 3]);
  expect(chainBreaks(shots, (text) => createHash("sha256").update(text).digest("hex"))).toEqual([]);
});

test("a hash is the same in the browser's way and in ours, of texts and of bytes", async () => {
  const expected = createHash("sha256").update("ñandú").digest("hex");
  expect([await sha256("ñandú"), await sha256(new TextEncoder().encode("ñandú").buffer)]).toEqual([expected, expected]);
});

test("the day is the one where the phone stands", () => {
  expect(dayOf(new Date(2026, 0, 9, 23, 59))).toBe("2026-01-09");
});

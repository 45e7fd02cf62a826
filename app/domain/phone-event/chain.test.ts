import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chainBreaks, linkText } from "./chain";
import type { Shot } from "./event";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const DAY = "2026-11-25";

function chainOf(count: number): Shot[] {
  const shots: Shot[] = [];
  for (let number = 1; number <= count; number++) {
    const bare = { sha256: sha256(`photo ${number}`), takenAt: `${DAY}T10:00:0${number % 10}.000Z`, deliveryId: `d${number % 3}` };
    const link = { day: DAY, number, prev: shots.at(-1)?.link.hash ?? null };
    shots.push({ id: `p${number}`, ...bare, link: { ...link, hash: sha256(linkText({ ...bare, link })) } });
  }
  return shots;
}

test("a chain as the phone made it is intact, in whatever order it came", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(chainOf(9), { minLength: 9 }), (shots) => {
      expect(chainBreaks(shots, sha256)).toEqual([]);
    }),
  );
});

test.each<[string, (shots: Shot[]) => Shot[], unknown]>([
  ["one photo put in another's place", ([a, b, c]) => [a!, { ...b!, sha256: c!.sha256 }, c!], [{ number: 2, why: "changed" }]],
  ["one of another delivery", ([a, b, c]) => [a!, b!, { ...c!, deliveryId: "x" }], [{ number: 3, why: "changed" }]],
  ["one taken at another time", ([a, b, c]) => [{ ...a!, takenAt: "2026-11-24T10:00:00.000Z" }, b!, c!], [{ number: 1, why: "changed" }]],
  ["one left out", ([a, , c]) => [a!, c!], [{ number: 3, why: "gap" }]],
  ["the first left out", ([, b, c]) => [b!, c!], [{ number: 2, why: "gap" }]],
])("%s is seen", (_what, change, breaks) => {
  expect(chainBreaks(change(chainOf(3)), sha256)).toEqual(breaks);
});

test("one made anew from the middle on is seen where it joins", () => {
  const [a, b, c] = chainOf(3);
  const other = { ...b!, sha256: sha256("another") };
  const forged = { ...other, link: { ...other.link, hash: sha256(linkText(other)) } };
  expect(chainBreaks([a!, forged, c!], sha256)).toEqual([{ number: 3, why: "turned" }]);
});

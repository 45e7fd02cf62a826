import { expect, test } from "vitest";
import { linksFor } from "~/adapters/links/links";
import { pinText } from "~/domain/proof/told";
import { isRightPin, noteWrongPin, wrongPins } from "./pin-tries";

const links = linksFor("https://a", [{ id: "a", key: Buffer.alloc(32, 1) }]);

const pin = links.deliveryPin("d1");
const other = pin === "0000" ? "0001" : "0000";

test.each([
  ["a lock", { pinLock: links.pinLock("d1") }],
  ["the hash of a day that it kept from before", { pinHash: links.hash(pinText("d1", pin)) }],
])("the phone tells without signal what the server would, by %s", async (_by, told) => {
  const isRight = (deliveryId: string, typed: string) => isRightPin({ deliveryId, ...told }, typed);
  expect([await isRight("d1", pin), await isRight("d1", other), await isRight("d2", pin)]).toEqual([true, false, false]);
});

test("a phone that was told of no PIN can't tell", async () => {
  expect(await isRightPin({ deliveryId: "d1", pinLock: null }, pin)).toBeNull();
});

test("a lock hides which of its salts it was made with, so that each try costs all of them", () => {
  const shown = Array.from({ length: 200 }, (_, at) => links.pinLock(`d${at}`));
  expect(new Set(shown.map((lock) => Object.keys(lock).sort().join()))).toEqual(new Set(["hash,iterations,of"]));
  expect(new Set(shown.map(({ hash }) => hash)).size).toBe(200);
  const { iterations, of } = shown[0]!;
  expect(iterations * of).toBeGreaterThanOrEqual(100_000);
});

test("wrong ones are counted for each delivery, also when its page was left", () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  expect([noteWrongPin("d1", storage), noteWrongPin("d1", storage)]).toEqual([1, 2]);
  expect([wrongPins("d1", storage), wrongPins("d2", storage)]).toEqual([2, 0]);
});

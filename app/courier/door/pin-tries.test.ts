import { expect, test } from "vitest";
import { linksFor } from "~/adapters/links/links";
import { pinText } from "~/domain/proof/told";
import { isRightPin, noteWrongPin, wrongPins } from "./pin-tries";

const links = linksFor("https://a", [{ id: "a", key: Buffer.alloc(32, 1) }]);

test("the phone tells without signal what the server would", async () => {
  const pin = links.deliveryPin("d1");
  const hash = links.hash(pinText("d1", pin));
  const other = pin === "0000" ? "0001" : "0000";
  expect([await isRightPin("d1", pin, hash), await isRightPin("d1", other, hash), await isRightPin("d2", pin, hash)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("wrong ones are counted for each delivery, also when its page was left", () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  expect([noteWrongPin("d1", storage), noteWrongPin("d1", storage)]).toEqual([1, 2]);
  expect([wrongPins("d1", storage), wrongPins("d2", storage)]).toEqual([2, 0]);
});

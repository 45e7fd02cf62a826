import { expect, test } from "vitest";
import { parcelsIn, parcelsOfFields } from "./told";

test.each([
  [
    { scanned: [2, 1, 2], of: 3, because: "unreadable" },
    { scanned: [1, 2], of: 3, because: "unreadable" },
  ],
  [
    { scanned: [], of: 1, because: "dog ate it" },
    { scanned: [], of: 1, because: null },
  ],
  [{ scanned: [0], of: 1, because: null }, undefined],
  [{ scanned: [1], of: 100, because: null }, undefined],
  ["three", undefined],
  [null, undefined],
  [undefined, undefined],
])("of %j is taken %j", (told, taken) => {
  expect(parcelsIn.parse(told)).toEqual(taken);
});

test("a form without a script says how many there are and why none was scanned; one that did not ask says nothing", () => {
  const form = (fields: Record<string, string>) => parcelsOfFields((name) => fields[name] ?? "");
  expect(form({ parcels: "3", unscanned: "unlabelled" })).toEqual({ scanned: [], of: 3, because: "unlabelled" });
  expect(form({ unscanned: "unlabelled" })).toBeUndefined();
  expect(form({ parcels: "many" })).toBeUndefined();
});

import { expect, test } from "vitest";
import { parcelCode, parcelIn } from "./parcel-code";

const ID = "0192f1aa-0000-7000-8000-0000000000d1";

test.each([1, 2, 10, 99])("a label names its delivery, and that it is parcel %i of it", (number) => {
  const parcel = { deliveryId: ID, number };
  expect(parcelIn(parcelCode(parcel))).toEqual(parcel);
  expect(parcelIn(` ${parcelCode(parcel).toUpperCase()}\n`)).toEqual(parcel);
});

test("a label printed before parcels had numbers is that of the first", () => {
  expect(parcelIn(`BIM1:${ID}`)).toEqual({ deliveryId: ID, number: 1 });
  expect(parcelCode({ deliveryId: ID, number: 1 })).toBe(`BIM1:${ID}`);
});

const ODD = ["/0", "/100", "/", "/x", "/01", "/-1", "/1/2"].map((end) => `BIM1:${ID}${end}`);
test.each(["", "BIM1:", "BIM1:1", ID, "https://example.com", `BIM2:${ID}`, `BIM1:${ID}0`, ...ODD])("%j is no label of ours", (text) => {
  expect(parcelIn(text)).toBeNull();
});

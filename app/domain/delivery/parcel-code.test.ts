import { expect, test } from "vitest";
import { deliveryIdIn, parcelCode } from "./parcel-code";

const ID = "0192f1aa-0000-7000-8000-0000000000d1";

test("a label names its delivery", () => {
  expect(deliveryIdIn(parcelCode(ID))).toBe(ID);
  expect(deliveryIdIn(` ${parcelCode(ID).toUpperCase()}\n`)).toBe(ID);
});

test.each(["", "BIM1:", "BIM1:1", ID, "https://example.com", `BIM2:${ID}`, `BIM1:${ID}0`])("%j is no label of ours", (text) => {
  expect(deliveryIdIn(text)).toBeNull();
});

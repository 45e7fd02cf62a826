import { expect, test } from "vitest";
import { hasLittleRoom } from "./warnings";

const MB = 1024 * 1024;
test.each([
  [{ quota: 1_000 * MB, usage: 900 * MB }, false],
  [{ quota: 1_000 * MB, usage: 961 * MB }, true],
  [{}, false],
])("room for photos: %j", (estimate, isLittle) => {
  expect(hasLittleRoom(estimate)).toBe(isLittle);
});

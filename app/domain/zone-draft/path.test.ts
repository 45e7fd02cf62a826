import { expect, test } from "vitest";
import { valueAt, withValue } from "./path";

const draft = { name: "Norte", services: [{ bands: [{ base: "1" }, { base: "2" }] }], other: {} };

test("a value is read and changed by its path, and nothing beside it", () => {
  const changed = withValue(draft, "services.0.bands.1.base", "9");
  expect([valueAt(draft, "services.0.bands.1.base"), valueAt(changed, "services.0.bands.1.base")]).toEqual(["2", "9"]);
  expect(changed.services[0]!.bands[0]).toBe(draft.services[0]!.bands[0]);
  expect(changed.other).toBe(draft.other);
  expect(withValue(draft, "name", "Sur")).toMatchObject({ name: "Sur" });
});

test("where there is nothing, nothing is read and nothing can be changed", () => {
  expect(valueAt(draft, "services.7.bands")).toBeUndefined();
  expect(() => withValue(draft, "name.first", "x")).toThrow("nothing to change at first");
});

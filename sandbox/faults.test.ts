import { expect, test } from "vitest";
import { createFaults, parseFault } from "./faults.ts";

test("a fault without a count strikes until the faults are cleared", () => {
  const faults = createFaults();
  faults.add({ part: "smtp", kind: "down" });
  expect([1, 2, 3].map(() => faults.take("smtp")?.kind)).toEqual(["down", "down", "down"]);
  faults.clear();
  expect(faults.take("smtp")).toBeUndefined();
});

test("a count limits how often it strikes, then the next one does", () => {
  const faults = createFaults();
  faults.add({ part: "smtp", kind: "slow", count: 2 });
  faults.add({ part: "smtp", kind: "reject", code: "550" });
  expect([1, 2, 3].map(() => faults.take("smtp")?.kind)).toEqual(["slow", "slow", "reject"]);
  expect(faults.list()).toEqual([{ part: "smtp", kind: "reject", code: "550" }]);
});

test("a fault strikes its own part only, and a part may take only the kinds it knows", () => {
  const faults = createFaults();
  faults.add({ part: "ec-sri-reception", kind: "reject", count: 1 });
  expect(faults.take("smtp")).toBeUndefined();
  expect(faults.take("ec-sri-reception", "down")).toBeUndefined();
  expect(faults.take("ec-sri-reception", "down", "reject")?.kind).toBe("reject");
  expect(faults.take("ec-sri-reception")).toBeUndefined();
});

test("a fault about something strikes only what carries it, and lets pass what says nothing of itself", () => {
  const faults = createFaults();
  faults.add({ part: "ec-sri-reception", kind: "down", about: "Ana", count: 1 });
  faults.add({ part: "ec-sri-reception", kind: "slow" });
  expect(faults.take("ec-sri-reception")?.kind).toBe("slow");
  expect(faults.takeFor("<razonSocial>Berta</razonSocial>", "ec-sri-reception")?.kind).toBe("slow");
  expect([1, 2].map(() => faults.takeFor("<razonSocial>Ana</razonSocial>", "ec-sri-reception")?.kind)).toEqual(["down", "slow"]);
});

test("a body is read into a fault, a numeric code as text", () => {
  expect(parseFault({ part: "ec-sri-reception", kind: "reject", code: 45, count: 2 })).toEqual({
    fault: { part: "ec-sri-reception", kind: "reject", code: "45", count: 2 },
  });
});

test.each([
  ["no object", null, ""],
  ["an unknown part", { part: "moon", kind: "down" }, "part"],
  ["an unknown kind", { part: "smtp", kind: "on-fire" }, "kind"],
  ["a count of zero", { part: "smtp", kind: "down", count: 0 }, "count"],
  ["a negative time", { part: "smtp", kind: "slow", ms: -1 }, "ms"],
])("%s is refused and the field is named", (_, body, path) => {
  const parsed = parseFault(body);
  expect("errors" in parsed && parsed.errors.map((error) => error.path)).toContain(path);
});

import { expect, test } from "vitest";
import { scryptPins } from "./pins";

test("a PIN matches its hash, another doesn't, and the same one is hashed otherwise each time", async () => {
  const [one, other] = [await scryptPins.hash("4711"), await scryptPins.hash("4711")];
  expect(one).not.toBe(other);
  expect(one).not.toContain("4711");
  expect([await scryptPins.matches("4711", one), await scryptPins.matches("4711", other), await scryptPins.matches("4712", one)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("what is no hash of ours surfaces", async () => {
  await expect(scryptPins.matches("4711", "4711")).rejects.toThrow("malformed");
});

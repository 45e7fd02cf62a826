import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inProject } from "./root.ts";
import { newEnough } from "./runtime.mjs";

test.each([
  ["v18.20.4", false],
  ["v20.20.2", false],
  ["v22.11.0", false],
  ["v22.12.0", true],
  ["v22.23.3", true],
  ["v24.0.0", true],
  ["", false],
])("Node %s is new enough: %s", (version, expected) => {
  expect(newEnough(version)).toBe(expected);
});

test("what runs before the packages are installed imports nothing but Node's own modules and its like", () => {
  const files = readdirSync(inProject("scripts")).filter((name) => name.endsWith(".mjs"));
  const imports = files.flatMap((name) =>
    [...readFileSync(inProject("scripts", name), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from!),
  );
  expect(files).toContain("run.mjs");
  expect(imports.filter((from) => !/^node:[a-z_/]+$|^\.\/[a-z-]+\.mjs$/.test(from))).toEqual([]);
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSnapshot } from "./snapshot.ts";

const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what was kept last is there after a flush, also when much was kept at once", async () => {
  const snapshot = openSnapshot<{ at: number }>(folder, "shop.json");
  const value = { at: 0 };
  for (value.at = 1; value.at < 50; value.at++) snapshot.keep(value);
  await snapshot.flush();
  expect(JSON.parse(readFileSync(join(folder, "shop.json"), "utf8"))).toEqual({ at: 50 });
  expect(openSnapshot(folder, "shop.json").saved).toEqual({ at: 50 });
});

test("what is kept after a flush is written too", async () => {
  const snapshot = openSnapshot<number>(folder, "counted.json");
  for (const count of [1, 2, 3]) {
    snapshot.keep(count);
    await snapshot.flush();
    expect(readFileSync(join(folder, "counted.json"), "utf8")).toBe(String(count));
  }
});

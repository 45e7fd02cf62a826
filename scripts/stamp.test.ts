import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inProject } from "./root.ts";
import { unlessDone } from "./stamp.ts";

test("work is done again when a source changes, comes or goes, but not for a test; and never stamped when it fails", async () => {
  mkdirSync(inProject(".data"), { recursive: true });
  const folder = path.relative(inProject(), mkdtempSync(inProject(".data", "stamp-")));
  onTestFinished(() => rmSync(inProject(folder), { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(inProject(folder, name), text);
  mkdirSync(inProject(folder, "src"));
  write("src/a.ts", "1");
  let failing = false;
  const work = async () => {
    if (failing) throw new Error("broken");
  };
  const run = () => unlessDone(`${folder}/.stamp`, [`${folder}/src`], work);
  expect(await run()).toBe(true);
  expect(await run()).toBe(false);
  write("src/a.test.ts", "a test");
  expect(await run()).toBe(false);
  write("src/a.ts", "2");
  failing = true;
  await expect(run()).rejects.toThrow("broken");
  failing = false;
  expect(await run()).toBe(true);
  write("src/b.ts", "");
  expect(await run()).toBe(true);
  rmSync(inProject(folder, "src/b.ts"));
  expect(await run()).toBe(true);
});

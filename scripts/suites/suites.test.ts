import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { closingLines, sum } from "./result.ts";
import { runWithin } from "./run-within.ts";
import { countTests } from "./vitest.ts";

test("the closing lines say what failed and add up, with what was skipped only when something was", () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 1, failed: 1, skipped: 0, named: ["a.test.ts: it holds"] },
  ]);
  expect(closingLines(total)).toEqual(["✘ a.test.ts: it holds", "3 passed, 1 failed"]);
  expect(closingLines({ passed: 3, failed: 0, skipped: 4 })).toEqual(["3 passed, 0 failed, 4 skipped"]);
});

test("a suite beyond its budget is killed with everything it has started", async () => {
  const grandchild = `require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }); setInterval(() => {}, 1000)`;
  // It could not end before the grandchild does: both hold the output open.
  expect(await runWithin({ args: ["-e", grandchild], seconds: 0.5 })).toEqual({ code: null, output: "", overBudget: true });
});

test("a suite's end is not missed when something it has left behind holds its output open", async () => {
  const leaver = `require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 15000)"], { detached: true, stdio: "inherit" }).unref()`;
  const started = Date.now();
  expect(await runWithin({ args: ["-e", leaver], seconds: 60 })).toEqual({ code: 0, output: "", overBudget: false });
  expect(Date.now() - started).toBeLessThan(12_000);
});

test("a test file that can't be loaded counts as a failure, a report that was never written as none", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "report-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "report.json");
  expect(countTests(file)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  const testResults = [
    { name: "a", status: "passed", assertionResults: [{ status: "passed" }] },
    { name: "b", status: "failed", assertionResults: [{ status: "failed", fullName: "it holds" }] },
    { name: "c", status: "failed", assertionResults: [] },
  ];
  writeFileSync(file, JSON.stringify({ numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults }));
  expect(countTests(file)).toEqual({ passed: 1, failed: 2, skipped: 3, named: ["b: it holds", "c can't be loaded"] });
});

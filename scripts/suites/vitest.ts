import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inProject } from "../root.ts";
import { stopLeftBehind } from "./left-behind.ts";
import { NOTHING, type Result } from "./result.ts";
import { runWithin } from "./run-within.ts";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName?: string }[] }[];
};

export type Suite = { project: string; seconds: number; filters?: string[]; env?: Record<string, string> };

/** A file that can't even be loaded has no tests that could fail: it counts as one. */
const brokenFiles = (report: Report) =>
  report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  );

const failedTests = (report: Report) =>
  report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter((one) => one.status === "failed").map((one) => `${path.basename(name)}: ${one.fullName ?? "?"}`),
  );

/** Counts from the report of Vitest's JSON reporter. */
export function countTests(file: string): Result {
  if (!existsSync(file)) return NOTHING;
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles(report).length,
    skipped: report.numPendingTests + report.numTodoTests,
    named: [...failedTests(report), ...brokenFiles(report).map(({ name }) => `${path.basename(name)} can't be loaded`)],
  };
}

/** Runs one project of vitest.config.ts. An end that no test accounts for (over budget, an error outside the tests) is one more failure. */
export async function runVitest({ project, seconds, filters = [], env }: Suite): Promise<Result> {
  const file = inProject(".data", "test", `${project}.json`);
  mkdirSync(inProject(".data", "test"), { recursive: true });
  rmSync(file, { force: true });
  console.log(`· ${project} tests`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const args = [inProject("node_modules/vitest/vitest.mjs"), "run", "--project", project, "--passWithNoTests", ...reporters, ...filters];
  const { code, overBudget } = await runWithin({
    args,
    seconds,
    env: { FORCE_COLOR: process.stdout.isTTY ? "1" : "0", ...env },
    live: true,
  });
  if (overBudget) {
    console.log(`✘ ${project}: not done within its budget of ${seconds} s`);
    await stopLeftBehind();
  }
  const result = countTests(file);
  const unexplained = overBudget || (code !== 0 && result.failed === 0);
  if (!unexplained) return result;
  const reason = `${project}: ${overBudget ? `not done within ${seconds} s` : "ended with an error outside its tests"}`;
  return { ...result, failed: result.failed + 1, named: [...(result.named ?? []), reason] };
}

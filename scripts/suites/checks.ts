import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { Explained } from "../progress.mjs";
import { inProject, root } from "../root.ts";
import { NOTHING, sum, type Result } from "./result.ts";
import { runWithin } from "./run-within.ts";

type Check = { name: string; tool: string; args: string[]; seconds: number; complaint: RegExp };

const typesOf = (config: string): Check => {
  const remembered = inProject(".data", "types", config.replaceAll(/\W+/g, "-"));
  const args = ["--noEmit", "--incremental", "--tsBuildInfoFile", remembered, "--pretty", "false", "-p", config];
  return { name: `Types of ${path.dirname(config)}`, tool: "typescript/bin/tsc", args, seconds: 300, complaint: /error TS\d+/g };
};

/** The project's own types and those of each extension that has its own configuration. */
const types = (): Check[] => ["tsconfig.json", ...globSync("extensions/*/tsconfig.json", { cwd: root })].map(typesOf);

const lint: Check[] = [
  { name: "Lint", tool: "eslint/bin/eslint.js", args: ["."], seconds: 300, complaint: /^ +\d+:\d+ +error/gm },
  {
    name: "Format",
    tool: "prettier/bin/prettier.cjs",
    args: ["--check", "--cache", "--cache-strategy", "content", "--cache-location", ".data/format", "--log-level", "warn", "."],
    seconds: 180,
    complaint: /Code style issues/g, // one for all files: one command mends them (npm run format)
  },
];

/** One check passes as one test; each complaint counts as one failure. */
async function run({ name, tool, args, seconds, complaint }: Check): Promise<Result> {
  const program = inProject("node_modules", tool);
  if (!existsSync(program)) throw new Explained(`${tool} is not installed: npm ci`);
  const started = Date.now();
  const { code, output, overBudget } = await runWithin({ args: [program, ...args], seconds });
  const took = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (code === 0) {
    console.log(`✔ ${name}  ${took}`);
    return { ...NOTHING, passed: 1 };
  }
  console.log(`✘ ${name}  ${took}${overBudget ? `: not done within its budget of ${seconds} s` : ""}\n${output.trim()}`);
  return { ...NOTHING, failed: Math.max(1, output.match(complaint)?.length ?? 0) };
}

async function runAll(checks: Check[]): Promise<Result> {
  return sum(await Promise.all(checks.map(run)));
}

export const runTypes = () => runAll(types());
export const runLint = () => runAll(lint);

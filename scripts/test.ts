import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildIfChanged, generateClient } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { Explained, fail, step } from "./progress.mjs";
import { inProject } from "./root.ts";
import { stopLeftBehind } from "./suites/left-behind.ts";
import { runLint, runTypes } from "./suites/checks.ts";
import { closingLines, NOTHING, sum, type Result } from "./suites/result.ts";
import { endSuites } from "./suites/run-within.ts";
import { runVitest } from "./suites/vitest.ts";

const USAGE = `npm test -- [--only SUITE[,SUITE]] [--full] [name of a test file …]
  suites: types, lint, unit, integration, extension, browser; with --full also chaos, and every property 10,000 times`;

type Context = { full: boolean; filters: string[] };
type SuiteName = "types" | "lint" | "unit" | "integration" | "extension" | "browser" | "chaos";

function vitest(project: string, seconds: number, settings: Record<string, string> = {}) {
  return ({ full, filters }: Context) => {
    const env = { ...settings, ...(full && { FC_RUNS: "10000", TEST_FULL: "1" }) };
    return runVitest({ project, filters, seconds: full ? seconds * 6 : seconds, env });
  };
}

async function browser(context: Context): Promise<Result> {
  const chromium = await ensureChromium();
  const oneFile: Record<string, string> = context.filters.length === 1 ? { BROWSER_WORKERS: "1" } : {};
  if (chromium) return vitest("browser", 540, oneFile)(context);
  console.log("\n*** NO BROWSER: no Chromium was found and none could be installed. THE BROWSER TESTS DID NOT RUN. ***");
  console.log("*** Install Chromium or Chrome, or name one in CHROMIUM_PATH. ***\n");
  return process.env.CI ? { ...NOTHING, failed: 1 } : { ...NOTHING, skipped: 1 };
}

const extension = (context: Context) =>
  existsSync(inProject("extensions/checkout-fiscal-data/vitest.config.ts")) ? vitest("extension", 60)(context) : Promise.resolve(NOTHING);

const SUITES: Record<SuiteName, (context: Context) => Promise<Result>> = {
  types: runTypes,
  lint: runLint,
  unit: vitest("unit", 360),
  integration: vitest("integration", 780),
  extension,
  browser,
  chaos: vitest("chaos", 600),
};
/** These share nothing that another could disturb: they run side by side. */
const READ_ONLY = new Set<SuiteName>(["types", "lint"]);
/** These start real processes of it. */
const RUNS_THE_PRODUCT = new Set<SuiteName>(["integration", "browser", "chaos"]);
const isSuite = (name: string): name is SuiteName => Object.hasOwn(SUITES, name);

function chosen(only: string | undefined, full: boolean): SuiteName[] {
  const names = only?.split(",") ?? Object.keys(SUITES).filter((name) => full || name !== "chaos");
  const unknown = names.find((name) => !isSuite(name));
  if (unknown !== undefined) throw new Explained(`There is no suite "${unknown}".\n\n${USAGE}`);
  return names.filter(isSuite);
}

const interruption = new AbortController();

/** Work that the suites stand on: when it fails, that is one failure, and they are not run. */
async function prepare(label: string, work: () => Promise<unknown>): Promise<Result> {
  try {
    await step(label, work);
    return NOTHING;
  } catch (error) {
    fail(error);
    return { ...NOTHING, failed: 1 };
  }
}

async function runSuites(names: SuiteName[], context: Context): Promise<Result> {
  const client = await prepare("Generating the database client", generateClient); // types, lint and tests all read its types
  if (client.failed) return client;
  const results = await Promise.all(names.filter((name) => READ_ONLY.has(name)).map((name) => SUITES[name](context)));
  const build = names.some((name) => RUNS_THE_PRODUCT.has(name)) ? await prepare("Building what has changed", buildIfChanged) : NOTHING;
  for (const name of names) {
    if (interruption.signal.aborted) break;
    const hasGround = !build.failed || !RUNS_THE_PRODUCT.has(name);
    if (!READ_ONLY.has(name) && hasGround) results.push(await SUITES[name](context));
  }
  return sum([...results, build]);
}

async function test(): Promise<void> {
  const options = { only: { type: "string" }, full: { type: "boolean", default: false }, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) return console.log(USAGE);
  const total = await runSuites(chosen(values.only, values.full), { full: values.full, filters: positionals });
  if (interruption.signal.aborted) {
    await stopLeftBehind();
    throw new Explained("Interrupted.");
  }
  for (const line of closingLines(total)) console.log(line);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    interruption.abort();
    endSuites(signal);
  });
}

await test().catch(fail);

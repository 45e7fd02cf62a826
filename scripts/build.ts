import { existsSync } from "node:fs";
import { build as bundle } from "esbuild";
import { step, fail } from "./progress.mjs";
import { inProject } from "./root.ts";
import { inTurn } from "./stack/hold.ts";
import { unlessDone } from "./stamp.ts";
import { runNode, runTool } from "./tool.ts";

const SCHEMA = ["prisma/schema.prisma"];
const SOURCES = [
  ...["app", "extensions", "public", "prisma/seed.ts", "prisma/seed-data.ts", "shopify.app.toml"],
  ...["scripts/build.ts", "vite.config.ts", "tsconfig.json", "package-lock.json", ...SCHEMA],
];

/** Tests, a demo and a story may start at the same moment; they share what is built. */
const oneAtATime = <T>(work: () => Promise<T>) => inTurn(inProject(".data", "build"), work);

/** The database client of the schema. */
export const generateClient = () => oneAtATime(() => unlessDone("node_modules/.prisma/bimcommerce-schema", SCHEMA, generate));

async function generate(): Promise<void> {
  await runTool("prisma/build/index.js", ["generate"], { DATABASE_URL: "postgresql://nobody@127.0.0.1/none" }); // it never connects
}

/** The program, and the demo shop's seed: bundled, it starts three times as fast. */
const bundleServer = () =>
  bundle({
    absWorkingDir: inProject(),
    entryPoints: { server: "app/server.ts", seed: "prisma/seed.ts" },
    outdir: "build",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    alias: { "~": inProject("app") },
    sourcemap: true,
    logLevel: "error",
  });

/** Parts that bundle themselves: the checkout extensions, the courier's page. */
const OWN_BUILDS = ["extensions/build.mjs", "app/courier/build.ts", "app/courier/build.mjs"];

async function buildAll(): Promise<void> {
  await runTool("@remix-run/dev/dist/cli.js", ["vite:build"], { NODE_ENV: "production" });
  for (const file of OWN_BUILDS)
    if (existsSync(inProject(file))) await runNode(["--import", "tsx", inProject(file)], { NODE_ENV: "production" });
  await bundleServer();
}

/** Builds the app, the extensions and the courier's page into build/, unless their sources are those of the last build. */
export async function buildIfChanged(): Promise<boolean> {
  await generateClient();
  return oneAtATime(() => unlessDone("build/.sources", SOURCES, buildAll));
}

if (import.meta.filename === process.argv[1]) {
  try {
    await step("Generating the database client", generateClient);
    await step("Building", () => oneAtATime(buildAll));
  } catch (error) {
    fail(error);
  }
}

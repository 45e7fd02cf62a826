import { existsSync } from "node:fs";
import { build as bundle } from "esbuild";
import { step, fail } from "./progress.mjs";
import { inProject } from "./root.ts";
import { unlessDone } from "./stamp.ts";
import { runNode, runTool } from "./tool.ts";

const SCHEMA = ["prisma/schema.prisma"];
const SOURCES = [
  "app",
  "extensions",
  "public",
  "scripts/build.ts",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
  "shopify.app.toml",
  ...SCHEMA,
];

/** The database client of the schema. */
export const generateClient = () =>
  unlessDone("node_modules/.prisma/bimcommerce-schema", SCHEMA, async () => {
    await runTool("prisma/build/index.js", ["generate"], { DATABASE_URL: "postgresql://nobody@127.0.0.1/none" }); // generate never connects
  });

const bundleServer = () =>
  bundle({
    absWorkingDir: inProject(),
    entryPoints: ["app/server.ts"],
    outfile: "build/server.js",
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
  return unlessDone("build/.sources", SOURCES, buildAll);
}

if (import.meta.filename === process.argv[1]) {
  try {
    await step("Generating the database client", generateClient);
    await step("Building", buildAll);
  } catch (error) {
    fail(error);
  }
}

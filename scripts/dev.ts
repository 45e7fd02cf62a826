// The app against a real development store: checks the settings, starts a PostgreSQL when none is named, then hands over to Shopify's tool.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { buildIfChanged } from "./build.ts";
import { missingFor, readAppToml } from "./dev/settings.ts";
import { startPostgres } from "./postgres.ts";
import { Explained, fail, step } from "./progress.mjs";
import { inProject, root } from "./root.ts";
import { migrate } from "./stack/database.ts";
import { readSettings, secretsOf, writeSettings } from "./stack/secrets.ts";

const SHOPIFY_CLI = "@shopify/cli@4.8.2";

function readGiven() {
  const entries = Object.entries({ ...readSettings(inProject(".env")), ...process.env });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

async function dev(): Promise<void> {
  const given = readGiven();
  const missing = missingFor(given, readAppToml());
  if (missing.length > 0) {
    const lines = missing.map(({ name, why }) => `  ${name}: ${why}`).join("\n");
    throw new Explained(
      `To run against a real store, these are missing (settings go into .env, see .env.example):\n\n${lines}\n\nWithout a store: npm run demo`,
    );
  }
  const { APP_ENCRYPTION_KEYS = "", LINK_SIGNING_KEYS = "" } = secretsOf(inProject(".data", "dev", "env"));
  writeSettings(inProject(".data", "dev", "env"), { APP_ENCRYPTION_KEYS, LINK_SIGNING_KEYS });
  const own = given.DATABASE_URL
    ? undefined
    : await step("Starting PostgreSQL", () => startPostgres({ dataDir: inProject(".data", "dev", "postgres") }));
  try {
    const env: NodeJS.ProcessEnv = {
      APP_ENCRYPTION_KEYS,
      LINK_SIGNING_KEYS,
      ...given,
      NODE_ENV: "development",
      DATABASE_URL: own?.url ?? given.DATABASE_URL,
    };
    await step("Bringing the database up to date", () => migrate(env.DATABASE_URL!));
    await step("Building what has changed", buildIfChanged);
    process.on("SIGINT", () => undefined); // Shopify's tool gets it too, and ends
    const tool = spawn("npx", ["--yes", SHOPIFY_CLI, "app", "dev", ...process.argv.slice(2)], { cwd: root, env, stdio: "inherit" });
    const [code] = (await once(tool, "exit")) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    own?.stop();
  }
}

await dev().catch(fail);

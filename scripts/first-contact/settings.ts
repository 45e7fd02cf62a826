import { existsSync } from "node:fs";
import { startPostgres } from "../postgres.ts";
import { Explained } from "../progress.mjs";
import { inProject } from "../root.ts";
import { readSettings, type Settings } from "../stack/secrets.ts";

/** What a run against the real world can't do without, and where a merchant finds it. */
const NEEDED: Record<string, string> = {
  APP_URL: "where Shopify reaches the app: the https address that `npm run dev` shows, or that of your own tunnel to PORT",
  SHOPIFY_API_KEY: "the app's client id (Partner dashboard → Apps → your app → Settings)",
  SHOPIFY_API_SECRET: "the app's client secret (same page); with it the store's access token is renewed",
  SMTP_URL: "a mail server for the invoices: smtps://user:password@host:465",
  APP_ENCRYPTION_KEYS: "the key under which the app keeps certificates: `npm run dev` has made it in .data/dev/env",
  LINK_SIGNING_KEYS: "the key of the app's links: `npm run dev` has made it in .data/dev/env",
};

const PRODUCTION_HOST = "cel.sri.gob.ec";
const TEST_URL = "https://celcer.sri.gob.ec";

const hostOf = (name: string, url: string): string => {
  if (!URL.canParse(url)) throw new Explained(`${name} is no address: ${name}=https://…`);
  return new URL(url).hostname.toLowerCase().replace(/\.$/, "");
};

/** Refuses what is not meant for a first contact; explains all that is missing at once. */
export function checkSettings(settings: Settings): void {
  const missing = Object.entries(NEEDED).filter(([name]) => !settings[name]);
  if (missing.length > 0) {
    const lines = missing.map(([name, why]) => `  ${name}: ${why}`).join("\n");
    throw new Explained(
      `These settings are missing (they go into .env, see docs/real-store.md):\n\n${lines}\n\nWithout a store: npm run first-contact -- --sandbox`,
    );
  }
  if (hostOf("EC_SRI_TEST_URL", settings.EC_SRI_TEST_URL || TEST_URL) === PRODUCTION_HOST)
    throw new Explained(
      "EC_SRI_TEST_URL names SRI's production environment. First contact sends test invoices: it speaks to the test environment only.",
    );
  if (settings.SHOPIFY_BASE_URL) throw new Explained("SHOPIFY_BASE_URL points away from Shopify: leave it empty, or use --sandbox.");
  if (!settings.APP_URL!.startsWith("https://")) throw new Explained("APP_URL must be https: Shopify sends webhooks nowhere else.");
}

/** What `npm run dev` uses: the shell over .env over the keys that it has made; the embedded database when none is named. */
export async function realSettings(file: string): Promise<{ settings: Settings; release: () => void }> {
  if (!existsSync(file) && file !== inProject(".env")) throw new Explained(`There is no file ${file}.`);
  const given = Object.entries({ ...readSettings(inProject(".data", "dev", "env")), ...readSettings(file), ...process.env });
  const settings = Object.fromEntries(given.filter((entry): entry is [string, string] => Boolean(entry[1])));
  checkSettings(settings);
  const known = { NODE_ENV: "development", EC_SRI_TEST_URL: TEST_URL, ...settings };
  if (settings.DATABASE_URL) return { settings: known, release: () => undefined };
  const own = await startPostgres({ dataDir: inProject(".data", "dev", "postgres") });
  // Somebody else's (npm run dev) goes on running.
  return { settings: { ...known, DATABASE_URL: own.url }, release: () => (own.reused ? undefined : own.stop()) };
}

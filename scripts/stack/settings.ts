import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject } from "../root.ts";
import type { Ports } from "./ports.ts";
import type { Settings } from "./secrets.ts";

export type Urls = {
  app: string;
  sandbox: string;
  /** Another host name than the app's: two sites, so third-party storage is blocked in the frame as in real life. */
  store: string;
  admin: string;
  inbox: string;
  database: string;
};

export function urlsOf(ports: Ports, database: string): Urls {
  const sandbox = `http://127.0.0.1:${ports.sandbox}`;
  const site = `http://localhost:${ports.sandbox}`;
  return {
    app: `http://127.0.0.1:${ports.web}`,
    sandbox,
    store: `${site}/store`,
    admin: `${site}/admin`,
    inbox: `${site}/inbox`,
    database,
  };
}

/** The environment under which the product runs against the sandbox: the same program as in production, other addresses. */
export function settingsFor(dataDir: string, ports: Ports, urls: Urls, secrets: Settings): Settings {
  const site = `http://localhost:${ports.sandbox}`;
  return {
    ...secrets,
    NODE_ENV: "production",
    ALLOW_SANDBOX: "yes",
    PORT: String(ports.web),
    SANDBOX_PORT: String(ports.sandbox),
    SMTP_PORT: String(ports.smtp),
    APP_URL: urls.app,
    SANDBOX_URL: urls.sandbox,
    DATABASE_URL: urls.database,
    ADMIN_ORIGIN: site,
    APP_BRIDGE_URL: `${site}/app-bridge.js`,
    SHOPIFY_BASE_URL: urls.sandbox,
    EC_SRI_TEST_URL: `${urls.sandbox}/tax-authorities/ec-sri`,
    CLOCK_URL: `${urls.sandbox}/sandbox/clock`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    FILES_URL: pathToFileURL(path.join(dataDir, "files")).href,
    DATA_DIR: dataDir,
    NODE_COMPILE_CACHE: inProject(".data", "compile-cache"),
  };
}

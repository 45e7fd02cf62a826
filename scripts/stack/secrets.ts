import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Settings = Record<string, string>;

const hex = (bytes: number) => randomBytes(bytes).toString("hex");
const keyRing = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

/** Made once for each data folder: data encrypted or links signed by an earlier start stay good. */
const makeSecrets = (): Settings => ({
  SHOPIFY_API_KEY: hex(16),
  SHOPIFY_API_SECRET: `shpss_${hex(16)}`,
  APP_ENCRYPTION_KEYS: keyRing("e1"),
  LINK_SIGNING_KEYS: keyRing("l1"),
});

export function readSettings(file: string): Settings {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, "utf8").split("\n");
  return Object.fromEntries(
    lines.filter((line) => /^[A-Z]/.test(line)).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}

/** The secrets of an environment file, made when it is new. */
export function secretsOf(file: string): Settings {
  const known = readSettings(file);
  return Object.fromEntries(Object.entries(makeSecrets()).map(([name, fresh]) => [name, known[name] ?? fresh]));
}

export function writeSettings(file: string, settings: Settings): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
    { mode: 0o600 },
  );
}

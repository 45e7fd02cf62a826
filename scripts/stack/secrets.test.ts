import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSettings, secretsOf, writeSettings } from "./secrets.ts";

test("secrets are made once, kept in a file only its owner reads, and fit the app's settings", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "secrets-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "env");
  const first = secretsOf(file);
  writeSettings(file, { ...first, APP_URL: "http://127.0.0.1:3000/?a=b" });
  expect(secretsOf(file)).toEqual(first);
  expect(readSettings(file).APP_URL).toBe("http://127.0.0.1:3000/?a=b");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(first.APP_ENCRYPTION_KEYS!.split(":")[1]!, "base64")).toHaveLength(32);
  expect(secretsOf(path.join(folder, "other"))).not.toEqual(first);
});

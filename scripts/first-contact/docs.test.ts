import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inProject } from "../root.ts";
import { PROBES } from "./probes/index.ts";

const text = (...file: string[]) => readFileSync(inProject(...file), "utf8");
const settings = [...text("app", "env.server.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]!);

test("every setting the app reads stands in .env.example and in the guide", () => {
  expect(settings).toContain("EC_SRI_TIMEOUT_MS");
  expect(settings.filter((name) => !text(".env.example").includes(`\n${name}=`))).toEqual([]);
  expect(settings.filter((name) => !text("docs", "real-store.md").includes(`| \`${name}\` |`))).toEqual([]);
});

test("the guide and the example name no setting that nobody reads", () => {
  const told = [...text("docs", "real-store.md").matchAll(/^\| `([A-Z_]+)` \|/gm), ...text(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(
    (match) => match[1]!,
  );
  expect([...new Set(told)].filter((name) => !settings.includes(name))).toEqual([]);
});

test("the recorded expectation covers every probe, and holds no value", () => {
  const recorded = text("scripts", "first-contact", "expected.json");
  expect(Object.keys(JSON.parse(recorded) as object).sort()).toEqual(PROBES.map(({ name }) => name).sort());
  expect(recorded).not.toMatch(/@|\d{7}|myshopify|Andina|\[(secret|e-mail|token)/);
});

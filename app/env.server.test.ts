import { expect, test } from "vitest";
import { unreachableSettings } from "../tests/support/settings";
import { readEnvironment } from "./env.server";

const { SHOPIFY_BASE_URL: _pretended, ...settings } = unreachableSettings;
const production = { ...settings, NODE_ENV: "production" as const };

test.each([
  ["SHOPIFY_BASE_URL", "http://127.0.0.1:4000"],
  ["CLOCK_URL", "http://127.0.0.1:4000/sandbox/clock"],
])("%s is refused in production, unless the sandbox is allowed by name", (name, url) => {
  expect(readEnvironment(production)).toMatchObject({ NODE_ENV: "production" });
  expect(() => readEnvironment({ ...production, [name]: url })).toThrow(`Settings: ${name} `);
  expect(readEnvironment({ ...production, [name]: url, ALLOW_SANDBOX: "yes" })).toMatchObject({ [name]: url });
  expect(readEnvironment({ ...production, NODE_ENV: "test", [name]: url })).toMatchObject({ [name]: url });
});

test("what is missing or wrong is named; an empty setting is an absent one", () => {
  expect(() => readEnvironment({ ...settings, APP_URL: "", CLOCK_URL: "yesterday" })).toThrow(/APP_URL.*CLOCK_URL/);
  expect(readEnvironment({ ...settings, CLOCK_URL: "" }).CLOCK_URL).toBeUndefined();
});

import { expect, test } from "vitest";
import { unreachableSettings } from "../tests/support/settings";
import { readEnvironment } from "./env.server";

const { SHOPIFY_BASE_URL: _shopify, EC_SRI_TEST_URL: _authority, ...settings } = unreachableSettings;
const production = { ...settings, NODE_ENV: "production" as const };

test.each([
  ["SHOPIFY_BASE_URL", "http://127.0.0.1:4000"],
  ["CLOCK_URL", "http://127.0.0.1:4000/sandbox/clock"],
  ["APP_BRIDGE_URL", "http://127.0.0.1:4000/app-bridge.js"],
  ["ADMIN_ORIGIN", "http://localhost:4000"],
  ["EC_SRI_TEST_URL", "http://127.0.0.1:4000/tax-authorities/ec-sri"],
  ["EC_SRI_TEST_URL", "https://celcer.sri.gob.ec.evil.example"],
  ["EC_SRI_PRODUCTION_URL", "https://celcer.sri.gob.ec"],
])("%s is refused in production, unless the sandbox is allowed by name", (name, url) => {
  expect(readEnvironment(production)).toMatchObject({ NODE_ENV: "production" });
  expect(() => readEnvironment({ ...production, [name]: url })).toThrow(`Settings: ${name} `);
  expect(readEnvironment({ ...production, [name]: url, ALLOW_SANDBOX: "yes" })).toMatchObject({ [name]: url });
  expect(readEnvironment({ ...production, NODE_ENV: "test", [name]: url })).toMatchObject({ [name]: url });
});

test("the real addresses may be written out, and all pretences are named at once", () => {
  const genuine = { ADMIN_ORIGIN: "https://admin.shopify.com", EC_SRI_TEST_URL: "https://celcer.sri.gob.ec/" };
  expect(readEnvironment({ ...production, ...genuine })).toMatchObject(genuine);
  expect(() => readEnvironment({ ...production, CLOCK_URL: "http://x", EC_SRI_TEST_URL: "http://x" })).toThrow(
    /CLOCK_URL.*EC_SRI_TEST_URL/,
  );
});

test("what is missing or wrong is named; an empty setting is an absent one", () => {
  expect(() => readEnvironment({ ...settings, APP_URL: "", CLOCK_URL: "yesterday" })).toThrow(/APP_URL.*CLOCK_URL/);
  expect(readEnvironment({ ...settings, CLOCK_URL: "" }).CLOCK_URL).toBeUndefined();
});

test("tiles need an address with places for what is wanted", () => {
  const MAP_TILES_URL = "https://tiles.example/{z}/{x}/{y}.png";
  expect(readEnvironment({ ...settings, MAP_TILES_URL })).toMatchObject({ MAP_TILES_URL, MAP_TILES_ATTRIBUTION: "" });
  expect(() => readEnvironment({ ...settings, MAP_TILES_URL: "https://tiles.example/" })).toThrow("MAP_TILES_URL");
});

import { expect, test } from "vitest";
import { checkSettings } from "./settings.ts";

const good = {
  ...{ APP_URL: "https://app.example.com", SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", SMTP_URL: "smtp://h" },
  ...{ APP_ENCRYPTION_KEYS: "e", LINK_SIGNING_KEYS: "l", EC_SRI_TEST_URL: "https://celcer.sri.gob.ec" },
};

test("complete settings pass, the test environment being the default", () => {
  checkSettings(good);
  checkSettings({ ...good, EC_SRI_TEST_URL: "" });
});

test("all that is missing is named at once, with where it comes from", () => {
  expect(() => checkSettings({ APP_URL: good.APP_URL })).toThrow(/SHOPIFY_API_KEY: .*\n.*SHOPIFY_API_SECRET: .*\n.*SMTP_URL: /);
});

test.each(["https://cel.sri.gob.ec", "https://CEL.SRI.GOB.EC/", "https://cel.sri.gob.ec.", "https://user@cel.sri.gob.ec:443/x"])(
  "SRI's production is refused: %s",
  (url) => {
    expect(() => checkSettings({ ...good, EC_SRI_TEST_URL: url })).toThrow("production");
  },
);

test("a sandbox's address and an address without https are refused", () => {
  expect(() => checkSettings({ ...good, SHOPIFY_BASE_URL: "http://127.0.0.1:4000" })).toThrow("--sandbox");
  expect(() => checkSettings({ ...good, APP_URL: "http://app.example.com" })).toThrow("https");
});

import { expect, test } from "vitest";
import { missingFor } from "./settings.ts";

const linked = 'client_id = "0123456789abcdef"\n';
const complete = { SMTP_URL: "smtps://u:p@mail.example.com:465", MAIL_FROM: "Tienda <facturas@example.com>" };
const names = (settings: Record<string, string>, toml: string) => missingFor(settings, toml).map(({ name }) => name);

test("complete settings and a linked app lack nothing", () => {
  expect(names(complete, linked)).toEqual([]);
});

test("each thing that is missing is named", () => {
  expect(names({}, "")).toEqual(["client_id in shopify.app.toml", "SMTP_URL", "MAIL_FROM"]);
});

test("the sandbox's own app id and address are none for a real store", () => {
  expect(names({ ...complete, SHOPIFY_BASE_URL: "http://127.0.0.1:4000" }, 'client_id = "bimcommerce-demo-key"')).toEqual([
    "client_id in shopify.app.toml",
    "SHOPIFY_BASE_URL",
  ]);
});

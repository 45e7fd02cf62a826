// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { fireEvent, waitFor } from "@testing-library/dom";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { seedShops } from "../domain/seed.ts";
import { districtBlock, districtScript } from "./district-block.ts";

const [shop] = seedShops();
type Sent = { url: string; district: string; answer: (ok: boolean) => void };
let sent: Sent[];

const place = (districts: string[], chosen = "", language: "es" | "en" = "es") => {
  const metafield = { id: 1, namespace: "bimcommerce", key: "districts", type: "json", value: JSON.stringify(districts) };
  const visit = { shop: { ...shop!, appMetafields: [{ ...metafield, createdAt: "", updatedAt: "" }] }, language, cartCount: 1 };
  document.body.innerHTML = districtBlock(process.cwd(), visit, chosen ? { _district: chosen } : {}).text;
};
const select = () => document.querySelector("select")!;
const status = () => document.querySelector("[role=status]")!.textContent;
const choose = (value: string) => {
  fireEvent.focusIn(select());
  fireEvent.change(select(), { target: { value } });
};
const asked = (count: number) => waitFor(() => expect(sent).toHaveLength(count));

// Once, as a page does it: it listens to the document.
beforeAll(() => void window.eval(districtScript(process.cwd()).toString()));
beforeEach(() => {
  sent = [];
  window.fetch = ((url: string, { body }: { body: string }) =>
    new Promise((resolve) => {
      const { attributes } = JSON.parse(body) as { attributes: { _district: string } };
      const answer = (ok: boolean) => resolve({ ok, status: ok ? 200 : 422 } as Response);
      sent.push({ url, district: attributes._district, answer });
    })) as typeof fetch;
});
afterEach(() => vi.restoreAllMocks());

test("the block shows what the cart has, and nothing where the shop has nothing to choose from", () => {
  place(["Cumbayá", "Quito"], "Quito");
  expect([...select().options].map(({ value, selected }) => [value, selected])).toEqual([
    ["", false],
    ["Cumbayá", false],
    ["Quito", true],
  ]);
  place([]);
  expect(document.body.textContent?.trim()).toBe("");
});

test("a chosen place becomes the cart's attribute, and the buyer is told in their language once it is kept", async () => {
  place(["Cumbayá", "Quito"], "", "en");
  choose("Cumbayá");
  await asked(1);
  expect([sent[0]!.url, sent[0]!.district, status()]).toEqual(["/cart/update.js", "Cumbayá", "Saving…"]);
  sent[0]!.answer(true);
  await waitFor(() => expect(status()).toContain("Done"));
  choose("");
  await asked(2);
  expect(sent[1]!.district).toBe("");
  sent[1]!.answer(true);
});

test("where it can't be kept, the choice that the cart has comes back and the buyer is asked to choose again", async () => {
  const warning = vi.spyOn(console, "warn").mockReturnValue();
  place(["Cumbayá", "Quito"], "Quito");
  choose("Cumbayá");
  await asked(1);
  sent[0]!.answer(false);
  await waitFor(() => expect(status()).toContain("No se pudo"));
  expect([select().value, warning.mock.calls.length]).toEqual(["Quito", 1]);
});

test("two quick choices are sent one after the other, and a failure of the first leaves the second", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  place(["Ambato", "Cumbayá", "Quito"]);
  choose("Ambato");
  choose("Quito");
  await asked(1);
  sent[0]!.answer(false);
  await asked(2);
  expect(sent[1]!.district).toBe("Quito");
  sent[1]!.answer(true);
  await waitFor(() => expect(status()).toContain("Listo"));
  expect(select().value).toBe("Quito");
});

test("both languages have the same texts, and the block's schema is one that a theme can read", () => {
  const folder = "extensions/cart-district";
  const keys = (file: string) =>
    Object.keys((JSON.parse(readFileSync(`${folder}/locales/${file}`, "utf8")) as { district: object }).district);
  expect(keys("es.json")).toEqual(keys("en.default.json"));
  expect(keys("es.schema.json")).toEqual(keys("en.default.schema.json"));
  const [, schema] = /{% schema %}([\s\S]*){% endschema %}/.exec(readFileSync(`${folder}/blocks/district.liquid`, "utf8"))!;
  expect(JSON.parse(schema!)).toMatchObject({ target: "section", javascript: "district.js", enabled_on: { templates: ["cart"] } });
});

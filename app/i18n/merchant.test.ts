import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { OUTCOME_CODES } from "~/domain/phone-event/event";
import { LOCALES } from "./locale";
import { merchantWords } from "./merchant";

const app = path.dirname(import.meta.dirname);
type Tree = { [key: string]: string | Tree };

const fileOf = (locale: string, name: string) => JSON.parse(readFileSync(path.join(import.meta.dirname, locale, name), "utf8")) as Tree;
const leaves = (tree: Tree, at = ""): [string, string][] =>
  Object.entries(tree).flatMap(
    ([key, value]) => (typeof value === "string" ? [[`${at}${key}`, value]] : leaves(value, `${at}${key}.`)) as [string, string][],
  );
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const files = readdirSync(path.join(import.meta.dirname, "es")).filter((name) => name.endsWith(".json"));

test("every file exists in both languages", () => {
  expect(readdirSync(path.join(import.meta.dirname, "en")).filter((name) => name.endsWith(".json"))).toEqual(files);
});

test.each(files)("%s says the same things in both languages, with the same placeholders, nothing empty", (name) => {
  const [es, en] = LOCALES.map((locale) => leaves(fileOf(locale, name)));
  expect(en!.map(([key]) => key).sort()).toEqual(es!.map(([key]) => key).sort());
  const english = new Map(en);
  for (const [key, text] of es!) {
    expect({ key, has: placeholders(english.get(key)!) }).toEqual({ key, has: placeholders(text) });
    expect({ key, isEmpty: text.trim() === "" || english.get(key)!.trim() === "" }).toEqual({ key, isEmpty: false });
  }
});

const sources = (folder: string): string[] =>
  readdirSync(path.join(app, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => readFileSync(path.join(app, folder, name), "utf8"));

/** What a courier's phone is told; worded in courier.json, never shown to the merchant. */
const COURIERS_OWN: string[] = [
  ...OUTCOME_CODES,
  "all_refused",
  "already_delivered",
  "delivery_closed",
  "delivery_not_yours",
  "guides_off",
  "photo_too_large",
  "photo_unreadable",
  "pin_over",
  "proof_missing",
  "report_id_taken",
  "unreadable",
];

test("every code that the story can give is worded, as a problem with its next step or as a reason", () => {
  const text = ["workflows", "countries", "domain", "adapters"].flatMap(sources).join("\n");
  const found = [...text.matchAll(/(?:\bcode: |problem\(|PermanentFailure\()"([a-z]+(?:_[a-z]+)*)"/g)].map(([, code]) => code!);
  const { exists } = merchantWords("es");
  const isWorded = (code: string) => (exists(`attention.${code}.title`) && exists(`attention.${code}.next`)) || exists(`reason.${code}`);
  expect(found.length).toBeGreaterThan(30);
  expect([...new Set(found)].filter((code) => !COURIERS_OWN.includes(code) && !isWorded(code)).sort()).toEqual([]);
});

test.each(["admin", "rehearse", "zone"])(
  "every key of %s.json that a page asks for by name is there, and every one of it is asked for",
  (file) => {
    const text = ["routes", "ui"].flatMap(sources).join("\n");
    const asked = [...text.matchAll(new RegExp(`["\`](${file}\\.[\\w.]*\\w)["\`]`, "g"))].map(([, key]) => key!);
    const built = [...text.matchAll(new RegExp(`\`(${file}\\.[\\w.]*)\\$\\{`, "g"))].map(([, start]) => start!);
    const keys = leaves(fileOf("es", `${file}.json`)).map(([key]) => `${file}.${key}`);
    const base = (key: string) => key.replace(/_(one|other)$/, "");
    expect(asked.filter((key) => !keys.some((known) => base(known) === key))).toEqual([]);
    expect(built.filter((start) => !keys.some((known) => known.startsWith(start)))).toEqual([]);
    expect(keys.filter((key) => !asked.includes(base(key)) && !built.some((start) => key.startsWith(start)))).toEqual([]);
  },
);

test("everything that can be wrong with a zone as typed is worded", () => {
  const text = ["domain/zone-draft", "domain/geojson", "domain/zone"].flatMap(sources).join("\n");
  const said = [...text.matchAll(/say\([^,]+, "(\w+)"|refused\("(\w+)"/g)].map(([, one, other]) => one ?? other!);
  const { exists } = merchantWords("es");
  expect(new Set(said).size).toBeGreaterThan(25);
  expect([...new Set(said)].filter((code) => !exists(`zone.problem.${code}`))).toEqual([]);
});

test("a language nobody wrote falls to Spanish, and texts are not escaped twice", () => {
  expect(merchantWords("en").t("attention.no_zone.title", { place: "Ñuñoa & Cía." })).toBe("No zone covers Ñuñoa & Cía.");
});

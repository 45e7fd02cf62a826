import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ID_TYPES } from "../src/draft";
import { describeTaxIdCode } from "../../../app/domain/tax-id/describe";
import golden from "../../../app/domain/tax-id/golden.json";
import en from "../locales/en.default.json";
import es from "../locales/es.json";

type Texts = { [key: string]: string | Texts };

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`)));
const spanish = new Map(flat(es));
const english = new Map(flat(en));

test("both languages have the same texts with the same blanks", () => {
  const blanks = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(String).sort();
  expect([...english.keys()]).toEqual([...spanish.keys()]);
  for (const [key, text] of spanish) expect(blanks(english.get(key) ?? ""), key).toEqual(blanks(text));
});

test("every key that the block names has its text", () => {
  const folder = join(import.meta.dirname, "../src");
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const named = sources.flatMap((source) => [...source.matchAll(/"((?:heading|[a-zA-Z]+\.[a-zA-Z]+))"/g)].map((match) => match[1] ?? ""));
  const keys = named.filter((key) => key === "heading" || /^(idType|legalName|email|finalConsumer|payment|status)\./.test(key));
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) expect([...spanish.keys()]).toContain(key);
});

test("every id type, every answer of the check and every payment type has its text", () => {
  const codes = new Set(golden.map((row) => row[3] as number).filter((code) => code !== 0));
  const payments = "creditCard deferred local manualPayment offsite other paymentOnDelivery redeemable wallet customOnsite".split(" ");
  const keys = [
    ...ID_TYPES.map((type) => `idType.${type}`),
    ...[...codes].map(describeTaxIdCode),
    ...payments.map((type) => `payment.${type}`),
  ];
  for (const key of keys) expect([...spanish.keys()]).toContain(key);
});

import { expect, test } from "vitest";
import { z } from "zod";
import { answerOf, readForm } from "./answer";
import { amount, checked, listOf, optional, optionalAmount, required, signedAmount, whole } from "./parts";

const schema = z.object({
  name: required(5),
  limit: optionalAmount("USD"),
  places: listOf(3),
  capacity: whole(1, 500),
  active: checked,
  note: optional(5),
  ids: z.array(z.string()),
});

const formOf = (fields: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
};
const good = { name: " Ana ", limit: "3,50", places: "Quito, Ñuñoa\nQuito;", capacity: "20", active: "on", note: "", ids: ["a", "b"] };

test("a good form is read into values that can't be wrong", () => {
  expect(readForm(schema, formOf(good), ["ids"])).toEqual({
    ok: true,
    value: { name: "Ana", limit: 350, places: ["Quito", "Ñuñoa"], capacity: 20, active: true, note: null, ids: ["a", "b"] },
  });
});

test.each([
  ["USD", "-3,50", -350],
  ["USD", "1.234", null],
  ["CLP", "-3500", -3500],
  ["CLP", "3,5", null],
])("in %s %j with its sign is %j, no finer than the currency", (currency, minor, expected) => {
  const read = readForm(z.object({ minor: signedAmount(currency) }), formOf({ minor }));
  expect(read.ok ? read.value.minor : null).toBe(expected);
  if (minor.startsWith("-")) expect(readForm(z.object({ minor: amount(currency) }), formOf({ minor })).ok).toBe(false);
});

test.each([
  ["name", "  ", "admin.form.required"],
  ["name", "too long", "admin.form.tooLong"],
  ["limit", "-1", "admin.form.amount"],
  ["limit", "1.234", "admin.form.amountAmbiguous"],
  ["limit", "1.2345", "admin.form.amount"],
  ["limit", "1e3", "admin.form.amount"],
  ["places", "a,b,c,d", "admin.form.tooLong"],
  ["capacity", "0", "admin.form.range"],
  ["capacity", "2.5", "admin.form.whole"],
])("%s %j is refused at its field: %s", (field, value, key) => {
  expect(readForm(schema, formOf({ ...good, [field]: value }), ["ids"])).toEqual({ ok: false, errors: { [field]: key } });
});

test("a field that is not sent at all is wrong, and says so in words", () => {
  const { name: _name, ...rest } = good;
  expect(readForm(schema, formOf(rest), ["ids"])).toEqual({ ok: false, errors: { name: "admin.form.invalid" } });
});

test("a refusal for a person becomes the answer; a bug surfaces", async () => {
  const refusal = Object.assign(new Error("no"), { name: "PermanentFailure", code: "courier_unknown", params: { a: 1 } });
  expect(await answerOf(() => Promise.reject(refusal))).toEqual({ refused: { code: "courier_unknown", params: { a: 1 } } });
  await expect(answerOf(() => Promise.reject(new TypeError("a bug")))).rejects.toThrow("a bug");
  expect(await answerOf(async () => {})).toEqual({ saved: true });
});

import { expect, test } from "vitest";
import { DEFAULT_PROOF } from "~/domain/proof/rules";
import { DEFAULT_REASONS } from "~/domain/proof/failure-reasons";
import { proofIn } from "./proof-form";

function sent(fields: Record<string, string> = {}, reasons = ["nobody_home"]) {
  const form = new FormData();
  const chosen = { signature: "off", relation: "off", recipientId: "off", pin: "off", radiusMetres: "300", undoSeconds: "0" };
  for (const code of reasons) {
    form.append("reason", code);
    const row = { [`on.${code}`]: "on", [`label.${code}`]: "", [`photo.${code}`]: "asked", [`next.${code}`]: "again" };
    Object.assign(chosen, { ...row, ...fields });
  }
  for (const [name, value] of Object.entries({ ...chosen, ...fields })) if (value !== "-") form.append(name, value);
  return proofIn(form, new Set());
}

test("the defaults as shown are read as they are", () => {
  expect(sent()).toEqual({ ok: true, rules: DEFAULT_PROOF, reasons: [DEFAULT_REASONS[0]] });
});

test("the time to take a confirmation back is read as seconds", () => {
  expect(sent({ undoSeconds: "900" })).toMatchObject({ rules: { undoSeconds: 900 } });
});

test("an own reason has its words; a new row without any is none", () => {
  const read = sent({ "label.own_a": "Perro suelto", "label.own_b": "" }, ["nobody_home", "own_a", "own_b"]);
  expect(read.ok && read.reasons.map(({ code, label }) => [code, label])).toEqual([
    ["nobody_home", null],
    ["own_a", "Perro suelto"],
  ]);
});

test.each([
  ["a radius of one step", { radiusMetres: "1" }, ["nobody_home"], { radiusMetres: "reason.radius_range" }],
  ["a radius in words", { radiusMetres: "near" }, ["nobody_home"], { radiusMetres: "admin.form.whole" }],
  ["more time than the law leaves", { undoSeconds: "901" }, ["nobody_home"], { undoSeconds: "reason.undo_range" }],
  ["a time in words", { undoSeconds: "a while" }, ["nobody_home"], { undoSeconds: "admin.form.whole" }],
  ["no time at all, not even none", { undoSeconds: "" }, ["nobody_home"], { undoSeconds: "admin.form.whole" }],
  [
    "the same words twice",
    { "label.own_a": "Perro", "label.own_b": "perro" },
    ["own_a", "own_b"],
    { "label.own_b": "reason.reason_label_twice" },
  ],
  ["none that is on", { "on.nobody_home": "-" }, ["nobody_home"], { reasons: "reason.reasons_none_on" }],
  ["a code that is none", {}, ["DROP TABLE"], { reasons: "admin.form.invalid" }],
])("%s is refused at its field", (_what, fields, reasons, errors) => {
  expect(sent(fields as Record<string, string>, reasons)).toEqual({ ok: false, errors });
});

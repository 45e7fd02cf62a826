import { expect, test } from "vitest";
import { doorOf } from "./door-fields";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

test.each([
  ["nothing was typed", {}, undefined, { doorNote: null, gatePhotoId: null }],
  ["it stays as it was left", { doorNote: "Timbre 2" }, "Timbre 2", { doorNote: null, gatePhotoId: null }],
  ["it is written anew", { doorNote: " Timbre  3 ", gatePhoto: "p1" }, "Timbre 2", { doorNote: "Timbre 3", gatePhotoId: "p1" }],
  ["it is taken away", { doorNote: "" }, "Timbre 2", { doorNote: "", gatePhotoId: null }],
])("of a door's note only what is new is told: %s", (_what, fields, known, told) => {
  expect(doorOf(formOf(fields as Record<string, string>), { doorNote: known ?? null })).toEqual(told);
});

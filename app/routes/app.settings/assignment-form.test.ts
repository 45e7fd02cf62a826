import { expect, test } from "vitest";
import { QUITO } from "~/domain/assignment/plates";
import { readForm } from "~/ui/form/answer";
import { assignmentForm, isWithoutHours, rulesFrom } from "./assignment-form";

const none = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [`digits${day}`, ""]));
const read = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ strategy: "balanced", plateHours: "", ...none, ...fields })) form.append(name, value);
  return readForm(assignmentForm, form);
};
const rulesOf = (fields: Record<string, string>) => {
  const form = read(fields);
  return form.ok ? rulesFrom(form.value) : form.errors;
};

test("a table of plates is read by days", () => {
  const week = { digits1: "1, 2", digits2: "3,4", digits3: "5;6", digits4: "7 8", digits5: "9, 0" };
  const rules = rulesOf({ ...week, strategy: "round_robin", plateHours: "16:00-20:00, 06:00-09:30" });
  expect(rules).toEqual({ strategy: "round_robin", holidaysWorked: false, plates: QUITO });
});

test.each([
  ["digits1", "12", "admin.settings.assignment.digitsWrong"],
  ["digits1", "a", "admin.settings.assignment.digitsWrong"],
  ["plateHours", "20:00-16:00", "admin.couriers.limits.hoursWrong"],
  ["strategy", "chance", "admin.form.invalid"],
])("%s %j is refused at its field: %s", (field, value, key) => {
  expect(rulesOf({ [field]: value })).toEqual({ [field]: key });
});

test("plates without hours are noticed", () => {
  const without = rulesOf({ digits1: "1" });
  expect("plates" in without && isWithoutHours(without as Parameters<typeof isWithoutHours>[0])).toBe(true);
  const nothing = rulesOf({});
  expect(isWithoutHours(nothing as Parameters<typeof isWithoutHours>[0])).toBe(false);
});

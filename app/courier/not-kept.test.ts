import { expect, test } from "vitest";
import { isNoRoom, tellNotKept } from "./not-kept";
import { wordingOf, type Problem } from "./problem";

const told = (error: unknown): string[] => {
  const problems: Problem[] = [];
  tellNotKept(error, (problem) => problems.push(problem));
  return problems.map(wordingOf);
};
const shotGone = Object.assign(new Error("gone"), { name: "ShotGone" });

test.each([
  ["no room is left", new DOMException("full", "QuotaExceededError"), "problem.not_kept_full"],
  ["its photos were cleared away", shotGone, "problem.not_kept_photos"],
  ["the browser can't write", new DOMException("closed", "InvalidStateError"), "problem.not_kept"],
])("what was not kept because %s is told", (_why, error, wording) => {
  expect(told(error)).toEqual([wording]);
});

test("a bug is told too, and surfaces", () => {
  const problems: Problem[] = [];
  expect(() => tellNotKept(new TypeError("a bug"), (problem) => problems.push(problem))).toThrow("a bug");
  expect(problems).toEqual([{ code: "not_kept" }]);
  expect(isNoRoom(new Error("a bug"))).toBe(false);
});

import { expect, test } from "vitest";
import { foundBy, likePatterns } from "./search";

test("every word is looked for on its own, and signs that mean something to LIKE mean themselves", () => {
  expect(likePatterns("nunez quito")).toEqual(["%nunez%", "%quito%"]);
  expect(likePatterns("100%_\\")).toEqual(["%100\\%\\_\\\\%"]);
  expect(likePatterns("")).toEqual([]);
});

test("no word narrows nothing; each word is a parameter, never text of the query", () => {
  expect(foundBy([], 4, true)).toBe("");
  const two = foundBy(likePatterns("' OR 1=1 --"), 4, true);
  expect(two).toContain(`LIKE $4`);
  expect(two).not.toContain("1=1");
});

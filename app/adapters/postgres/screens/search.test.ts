import { expect, test } from "vitest";
import { foundBy, likePatterns, orderFoundBy } from "./search";

test("every word is looked for on its own, and signs that mean something to LIKE mean themselves", () => {
  expect(likePatterns("nunez quito")).toEqual(["%nunez%", "%quito%"]);
  expect(likePatterns("100%_\\")).toEqual(["%100\\%\\_\\\\%"]);
  expect(likePatterns("")).toEqual([]);
});

test("no word narrows nothing; each word is a parameter, never text of the query", () => {
  for (const narrowed of [foundBy, orderFoundBy]) {
    expect(narrowed([], 4)).toBe("");
    const two = narrowed(likePatterns("' OR 1=1 --"), 4);
    expect(two).toContain(`LIKE $4`);
    expect(two).not.toContain("1=1");
  }
});

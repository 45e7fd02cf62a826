import { expect, test } from "vitest";
import { likePatterns } from "./search";

test("every word is looked for on its own, and signs that mean something to LIKE mean themselves", () => {
  expect(likePatterns("nunez quito")).toEqual(["%nunez%", "%quito%"]);
  expect(likePatterns("100%_\\")).toEqual(["%100\\%\\_\\\\%"]);
  expect(likePatterns("")).toEqual(["%"]);
});

import { expect, test } from "vitest";
import { isWrongId } from "./recipient-id";

test.each([
  ["1710034065", false],
  ["171003406-5", false],
  ["1710034066", true],
  ["9910034065", true],
  ["1792060346001", false],
  ["1710034066001", true],
  ["AB123456", false],
  ["17100", false],
  ["", false],
])("%s can't be right: %s", (typed, isWrong) => expect(isWrongId(typed)).toBe(isWrong));

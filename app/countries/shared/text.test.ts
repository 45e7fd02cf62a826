import { expect, test } from "vitest";
import { oneLine } from "./text";

test.each([
  ["  Ñandú\r\n&  Cía.\t<S.A.> ", 300, "Ñandú & Cía. <S.A.>"],
  ["Nu\u0301n\u0303ez", 300, "Núñez"],
  ["a\u0000\u0007b\u0085c\u2028d\u009Fe", 300, "ab c de"],
  ["lone \uD83D surrogate", 300, "lone surrogate"],
  [null, 10, ""],
  [" \n ", 10, ""],
])("%j within %i is %j", (text, maxLength, expected) => {
  expect(oneLine(text, maxLength)).toBe(expected);
});

test("cuts between characters, not through a pair, and leaves no space behind", () => {
  expect(oneLine("ab\u{1F600}\u{1F600}", 3)).toBe("ab\u{1F600}");
  expect(oneLine("abc def", 4)).toBe("abc");
});

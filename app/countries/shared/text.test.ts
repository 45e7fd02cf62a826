import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileText } from "~/testing/hostile-text";
import { oneLine } from "./text";

test.each([
  ["  Ñandú\r\n&  Cía.\t<S.A.> ", 300, "Ñandú & Cía. <S.A.>"],
  ["Nu\u0301n\u0303ez", 300, "Núñez"],
  ["a\u0000\u0007b\u0085c\u2028d\u009Fe", 300, "ab c de"],
  ["lone \uD83D surrogate", 300, "lone surrogate"],
  ["Peña & Cía. ÿ", 300, "Peña & Cía. ÿ"],
  ["two  spaces", 300, "two spaces"],
  [" before", 300, "before"],
  ["after ", 300, "after"],
  ["a\u007Fb\u00A0c", 300, "ab c"],
  ["e\u0301", 300, "é"],
  [null, 10, ""],
  [" \n ", 10, ""],
])("%j within %i is %j", (text, maxLength, expected) => {
  expect(oneLine(text, maxLength)).toBe(expected);
});

test("cuts between characters, not through a pair, and leaves no space behind", () => {
  expect(oneLine("ab\u{1F600}\u{1F600}", 3)).toBe("ab\u{1F600}");
  expect(oneLine("abc def", 4)).toBe("abc");
});

test("a tidy text is left as it is, and tidying one again changes nothing", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const tidy = oneLine(text, 300);
      expect(oneLine(tidy, 300)).toBe(tidy);
      expect(tidy).toBe(tidy.normalize("NFC").replace(/\s+/g, " ").trim());
    }),
  );
});

import { expect, test } from "vitest";
import { localeFrom } from "./locale";

test.each([
  [["es-EC"], "es"],
  [["en_US"], "en"],
  [["fr", "en"], "en"],
  [["pt-BR"], "es"],
  [[null, undefined, ""], "es"],
])("%j is %s", (tags, locale) => {
  expect(localeFrom(...tags)).toBe(locale);
});

import { expect, test } from "vitest";
import { checkDigit } from "./access-key";

// Keys of published documents, which nobody here has computed.
test.each([
  "1903202501092653173200110050010000016190000161916",
  "0110202401040173772100110030010000000101454003618",
  "0702202201171074442400110020020000000018765432111",
  "2706202201172229668600110010010000001391234567815",
])("the last digit of %s follows from the others", (key) => {
  expect(checkDigit(key.slice(0, 48))).toBe(key.slice(48));
});

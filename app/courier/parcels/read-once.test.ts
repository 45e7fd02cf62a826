import { expect, test } from "vitest";
import { ReadOnce } from "./read-once";

const news = (pictures: (string | null)[]) => {
  const once = new ReadOnce();
  return pictures.map((text) => once.take(text)).filter((text) => text !== null);
};
const away = (pictures: number) => Array.from({ length: pictures }, () => null);

test("a label that rests before the camera is read once, also where a picture in between is blurred", () => {
  expect(news(["A", "A", null, null, "A"])).toEqual(["A"]);
});

test("another label is news at once, and so is the first when it comes back", () => {
  expect(news(["A", "B", "A"])).toEqual(["A", "B", "A"]);
});

test("a label that was taken away is news when it comes again", () => {
  expect(news(["A", ...away(9), "A", ...away(10), "A"])).toEqual(["A", "A"]);
});

import { expect, test } from "vitest";
import { recentlyAsked } from "./recently-asked";

test("no more are kept than may be, and of them those that were asked for last", () => {
  const of = recentlyAsked<object>(2);
  const fresh = () => ({});
  const [a, b] = [of("a", fresh), of("b", fresh)];
  expect(of("a", fresh)).toBe(a);
  of("c", fresh);
  expect(of("a", fresh)).toBe(a);
  expect(of("b", fresh)).not.toBe(b);
});

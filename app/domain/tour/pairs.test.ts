import { expect, test } from "vitest";
import { halvesTogether, isSecondHalf } from "./pairs";

const stop = (deliveryId: string, other?: string, isReturn = false) => ({
  ...{ deliveryId, isReturn },
  exchange: other === undefined ? null : { deliveryId: other },
});
const names = (...stops: ReturnType<typeof stop>[]) => halvesTogether(stops).map(({ deliveryId }) => deliveryId);

test("both halves of an exchange are where the first of them was, and what is handed over comes first", () => {
  expect(names(stop("a"), stop("new", "old"), stop("b"), stop("old", "new", true), stop("c"))).toEqual(["a", "new", "old", "b", "c"]);
  expect(names(stop("old", "new", true), stop("b"), stop("new", "old"))).toEqual(["new", "old", "b"]);
});

test("what names another that does not name it is no half of a call, and nothing is doubled", () => {
  expect(names(stop("old", undefined, true), stop("new", "old"))).toEqual(["old", "new"]);
  expect(isSecondHalf(stop("old", undefined, true), stop("new", "old"))).toBe(false);
});

test("a half whose other is not there stays where it is", () => {
  expect(names(stop("a"), stop("old", "new", true), stop("b"))).toEqual(["a", "old", "b"]);
});

test("only the half after its other is the second of a call", () => {
  const [first, second] = [stop("new", "old"), stop("old", "new", true)];
  expect([isSecondHalf(first, undefined), isSecondHalf(second, first), isSecondHalf(stop("b"), first)]).toEqual([false, true, false]);
});

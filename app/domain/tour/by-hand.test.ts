import { expect, test } from "vitest";
import { byHand, moved } from "./by-hand";

const idOf = (stop: string) => stop;

test("what a courier put in order stays so; what comes new is proposed after it, what is done is forgotten", () => {
  expect(byHand(["a", "b", "c"], idOf, ["c", "a", "b"])).toEqual(["c", "a", "b"]);
  expect(byHand(["new", "a", "other", "c"], idOf, ["c", "done", "a"])).toEqual(["c", "a", "new", "other"]);
  expect(byHand(["a", "b"], idOf, [])).toEqual(["a", "b"]);
});

test("a stop changes places with its neighbour, and nothing moves beyond the ends", () => {
  expect(moved(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "a", "up")).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "b", "down")).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "x", "up")).toEqual(["a", "b"]);
});

test("two stops that are one call move as one, and others past both of them", () => {
  const seconds = new Set(["old"]);
  expect(moved(["a", "new", "old", "b"], "new", "up", seconds)).toEqual(["new", "old", "a", "b"]);
  expect(moved(["a", "new", "old", "b"], "old", "down", seconds)).toEqual(["a", "b", "new", "old"]);
  expect(moved(["a", "new", "old", "b"], "b", "up", seconds)).toEqual(["a", "b", "new", "old"]);
});

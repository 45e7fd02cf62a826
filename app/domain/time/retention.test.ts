import { expect, test } from "vitest";
import { documentKeptUntil } from "./retention";

test.each([
  ["2026-11-23T15:00:00.000Z", "2033-11-23T15:00:00.000Z"],
  ["2028-02-29T12:00:00.000Z", "2035-03-01T12:00:00.000Z"],
])("a document of %s is kept until %s", (authorised, until) => {
  expect(documentKeptUntil(new Date(authorised)).toISOString()).toBe(until);
});

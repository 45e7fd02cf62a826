import { expect, test } from "vitest";
import { idsFrom } from "./ids";

const at = (iso: string) => ({ now: () => new Date(iso) });

test("ids are UUIDv7 and sort by time", () => {
  const earlier = idsFrom(at("2026-11-23T10:00:00.000Z")).uuid();
  const later = idsFrom(at("2026-11-23T10:00:00.001Z")).uuid();
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(earlier < later).toBe(true);
  expect(Number.parseInt(earlier.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-11-23T10:00:00.000Z"));
});

test("ids of the same instant differ, and sort as they were made", () => {
  const ids = idsFrom(at("2026-11-23T10:00:00.000Z"));
  const made = Array.from({ length: 2000 }, () => ids.uuid());
  expect(new Set(made).size).toBe(2000);
  expect(made.toSorted()).toEqual(made);
});

test("more than can be counted within an instant differ still", () => {
  const ids = idsFrom(at("2026-11-23T10:00:00.000Z"));
  expect(new Set(Array.from({ length: 6000 }, () => ids.uuid())).size).toBe(6000);
});

test("a secret has 256 bits, and digits are as many as asked", () => {
  const ids = idsFrom(at("2026-11-23T10:00:00.000Z"));
  expect(Buffer.from(ids.secret(), "base64url")).toHaveLength(32);
  expect(ids.secret()).not.toBe(ids.secret());
  expect(ids.digits(8)).toMatch(/^\d{8}$/);
});

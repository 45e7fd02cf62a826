import { expect, test } from "vitest";
import { metresTooFar } from "./too-far";

const address = { latitude: -0.18, longitude: -78.48 };
const at = (metresNorth: number, accuracyMetres: number | null = 10) => ({
  ...address,
  latitude: address.latitude + metresNorth / 111_195,
  accuracyMetres,
});

test("a phone is too far only where it is so whatever it errs by", () => {
  expect(metresTooFar(at(400), address, 300)).toBe(400);
  expect(metresTooFar(at(305), address, 300)).toBeNull();
  expect(metresTooFar(at(400, 150), address, 300)).toBeNull();
  expect(metresTooFar(at(400, null), address, 300)).toBe(400);
});

test("what is only known to within a distance is too far only beyond it", () => {
  expect(metresTooFar(at(800), { ...address, metres: 500 }, 300)).toBeNull();
  expect(metresTooFar(at(900), { ...address, metres: 500 }, 300)).toBe(900);
});

test("where nobody knows, or nobody asks, it is not far", () => {
  expect([metresTooFar(null, address, 300), metresTooFar(at(9000), null, 300), metresTooFar(at(9000), address, null)]).toEqual([
    null,
    null,
    null,
  ]);
});

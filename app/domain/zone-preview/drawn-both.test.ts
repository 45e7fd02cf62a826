import { expect, test } from "vitest";
import type { AreaPart, Ring } from "~/domain/zone/area";
import { drawnBoth } from "./drawn-both";
import { squareKm } from "./shapes";

const area = (include: AreaPart[], exclude: AreaPart[] = []) => ({ area: { countryCode: "EC", include, exclude } });
const polygon = (...rings: Ring[]): AreaPart => ({ kind: "polygon", rings });
const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
/** A ring of spikes: two of them, one moved a little, cross nearly everywhere. */
const spikes = (moved: number): Ring => {
  const ring = Array.from({ length: 2_000 }, (_none, at) => {
    const [angle, far] = [(2 * Math.PI * at) / 2_000, at % 2 === 0 ? 0.3 : 0.1];
    return [far * Math.cos(angle) + moved, far * Math.sin(angle)] as const;
  });
  return [...ring, ring[0]!];
};
const KM2_PER_DEGREE2 = 111.195 ** 2;

test("only what lies in both counts, without holes and exceptions, and what lies in two parts counts once", () => {
  const one = area([polygon(square(0, 0, 1), square(0.4, 0.4, 0.2)), polygon(square(0.5, 0, 1))], [polygon(square(0, 0, 0.1))]);
  const both = drawnBoth(one, area([polygon(square(0, 0, 0.6))]));
  // 0.6² without the exception, and of the hole of 0.2² the half that the second part does not cover.
  expect(squareKm(both) / KM2_PER_DEGREE2).toBeCloseTo(0.36 - 0.01 - 0.02, 3);
});

test("what crosses too often to be cut is told by fewer corners", () => {
  const both = drawnBoth(area([polygon(spikes(0))]), area([polygon(spikes(0.01))]));
  expect(both.flat().length).toBeLessThan(2_000);
  expect(squareKm(both)).toBeGreaterThan(0.09 ** 2 * Math.PI * KM2_PER_DEGREE2);
});

import { expect, test } from "vitest";
import type { AreaPart, Ring } from "./area";
import { plainService, plainZone } from "./plain-zone";
import { zoneProblem } from "./zone-problem";

const FINE = {
  id: "z",
  name: "Norte",
  priority: 1,
  active: true,
  ...plainZone({ places: ["Quito"], rateMinor: 350, commissionMinor: 200 }),
};
const withArea = (...include: AreaPart[]) => ({ ...FINE, area: { countryCode: "EC", include, exclude: [] } });
const polygon = (...ring: Ring): AreaPart => ({ kind: "polygon", rings: [ring] });
const regular = (corners: number): Ring => {
  const ring = Array.from({ length: corners }, (_none, at) => {
    const angle = (2 * Math.PI * at) / corners;
    return [-78 + Math.cos(angle), Math.sin(angle)] as const;
  });
  return [...ring, ring[0]!];
};

const circle = (longitude: number, metres: number): AreaPart => ({ kind: "circle", latitude: 0, longitude, metres });
/** A border that runs to and fro aslant, side by side. */
const steps = (corners: number): AreaPart => {
  const ring = Array.from({ length: corners }, (_none, at) => [at * 1e-5 + (at % 2) * 2, -at * 1e-5 + (at % 2) * 2] as const);
  return polygon(...ring, [-1, -3], ring[0]!);
};

test("a zone of names, of a circle, of a drawn area is fine", () => {
  expect(zoneProblem(FINE)).toBeNull();
  expect(zoneProblem(withArea({ kind: "circle", latitude: 0, longitude: -78, metres: 500 }))).toBeNull();
  expect(zoneProblem(withArea(polygon(...regular(2000))))).toBeNull();
});

test.each<[string, Parameters<typeof zoneProblem>[0]]>([
  ["zone_area_missing", withArea()],
  ["postal_everything", withArea({ kind: "postal", pattern: "*" })],
  ["postal_everything", withArea({ kind: "postal", pattern: "000000-999999" })],
  ["postal_unreadable", withArea({ kind: "postal", pattern: "1?" })],
  ["circle_unreadable", withArea({ kind: "circle", latitude: 91, longitude: 0, metres: 10 })],
  ["circle_unreadable", withArea({ kind: "circle", latitude: 0, longitude: 0, metres: -1 })],
  ["polygon_unreadable", withArea(polygon([0, 0], [1, 0], [1, 1]))],
  ["polygon_unreadable", withArea(polygon([0, 0], [1, 0], [1, 1], [0, 1]))],
  ["polygon_unreadable", withArea(polygon([0, 0], [200, 0], [1, 1], [0, 0]))],
  ["polygon_too_large", withArea(polygon(...regular(2001)))],
  ["zone_too_large", withArea(...Array.from({ length: 11 }, () => polygon(...regular(2000))))],
  ["drawn_too_many", withArea(...Array.from({ length: 301 }, () => circle(0, 100)))],
  ["drawn_tangled", withArea(...Array.from({ length: 60 }, (_none, at) => circle(at / 100, 100_000)))],
  ["polygon_tangled", withArea(steps(1_998))],
  ["polygon_crosses_itself", withArea(polygon([0, 0], [1, 1], [1, 0], [0, 1], [0, 0]))],
  ["polygon_crosses_itself", withArea(polygon([0, 0], [2, 0], [1, 0], [1, 1], [0, 0]))],
  ["service_missing", { ...FINE, services: [] }],
  ["service_twice", { ...FINE, services: [plainService(1), plainService(2)] }],
  ["negative", { ...FINE, services: [plainService(-1)] }],
  ["negative", { ...FINE, commission: { ...FINE.commission, amountMinor: -1 } }],
  ["order_limits_crossed", { ...FINE, orderMinMinor: 2, orderMaxMinor: 1 }],
])("%s (%#)", (code, zone) => {
  expect(zoneProblem(zone)?.code).toBe(code);
});

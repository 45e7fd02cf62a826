import { expect, test } from "vitest";
import { zoneAlarms } from "./zone-alarms";

const STANDING = { couriers: new Set(["ana"]), places: new Set(["001-001"]), hasDefaultSeries: true };
const FINE = { active: true, courierIds: ["gone", "ana"], services: [{ active: false }, { active: true }], place: null };

test("a zone with a courier in service, a service and a series has no alarm", () => {
  expect(zoneAlarms(FINE, STANDING)).toEqual([]);
  expect(zoneAlarms({ ...FINE, place: { establishment: "001", emissionPoint: "001" } }, { ...STANDING, hasDefaultSeries: false })).toEqual(
    [],
  );
});

test("each of them is missed; a zone that is not in use misses nothing", () => {
  const poor = { ...FINE, courierIds: ["gone"], services: [{ active: false }], place: { establishment: "002", emissionPoint: "001" } };
  expect(zoneAlarms(poor, STANDING)).toEqual(["no_courier", "no_rate", "no_series"]);
  expect(zoneAlarms(FINE, { ...STANDING, hasDefaultSeries: false })).toEqual(["no_series"]);
  expect(zoneAlarms({ ...poor, active: false }, STANDING)).toEqual([]);
});

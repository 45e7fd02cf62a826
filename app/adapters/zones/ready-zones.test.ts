import { expect, test } from "vitest";
import { plainZone } from "~/domain/zone/plain-zone";
import type { Zone } from "~/ports/records";
import { readyZones } from "./ready-zones";

const zone = (name: string): Zone => ({
  ...{ id: name, name, priority: 1, active: true, currency: "USD", courierIds: [] },
  ...plainZone({ places: [name], rateMinor: 1, commissionMinor: 1 }),
});

test("zones are read once for each version of them, however many ask at once; a reading that failed is tried anew", async () => {
  const zones = readyZones(new Map());
  let readings = 0;
  const read = (name: string) => () => (readings++, Promise.resolve([zone(name)]));
  const namesOf = async (version: number, name: string) =>
    (await zones({ id: "shop", zonesVersion: version }, read(name))).zones.map((one) => one.zone.name);
  expect(await Promise.all([namesOf(1, "Quito"), namesOf(1, "never read"), namesOf(1, "never read")])).toEqual([
    ["Quito"],
    ["Quito"],
    ["Quito"],
  ]);
  expect(readings).toBe(1);
  expect(await namesOf(2, "Cuenca")).toEqual(["Cuenca"]);
  await expect(zones({ id: "shop", zonesVersion: 3 }, () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  expect(await namesOf(3, "Loja")).toEqual(["Loja"]);
});

import { expect, test } from "vitest";
import { areaOf } from "./plain-zone";
import { explainZone } from "./explain-zone";
import type { Departure } from "./departure";
import { zoneIndex, type ZoneArea } from "./zone-index";

const aZone = (id: string, change: Partial<ZoneArea> = {}): ZoneArea => ({
  ...{ id, name: id, priority: 10, active: true, area: areaOf("EC", ["Quito"], []) },
  ...change,
});
const QUITO = { countryCode: "EC", province: null, city: "Quito", zip: null, address2: null, position: null };
const explain = (zones: ZoneArea[], from: Departure = null) => explainZone(zoneIndex(zones, new Map()), QUITO, from);

test("of every zone that would cover a place it is said why it is not the one", () => {
  const zones = [
    aZone("first", { priority: 1 }),
    aZone("second", { priority: 2 }),
    aZone("equal", { priority: 1 }),
    aZone("elsewhere", { priority: 0, locationGids: ["gid://2"] }),
    aZone("except", { priority: 0, area: { ...areaOf("EC", ["Quito"], []), exclude: [{ kind: "place", name: "Quito" }] } }),
    aZone("off", { priority: 0, active: false }),
    aZone("loja", { area: areaOf("EC", ["Loja"], []) }),
  ];
  const { matches, losers, doubt } = explain(zones, ["gid://1"]);
  expect(matches[0]?.zone.id).toBe("equal");
  expect(Object.fromEntries(losers.map(({ zone, lost }) => [zone.id, lost]))).toEqual({
    ...{ first: "equal", second: "priority", elsewhere: "location", except: "exception", off: "inactive" },
  });
  expect(losers.find(({ zone }) => zone.id === "off")?.zone.active).toBe(false);
  expect(doubt?.code).toBe("zones_equal");
});

test("the zones as if opened are made once for all that is asked of an index", () => {
  const index = zoneIndex([aZone("a"), aZone("off", { active: false })], new Map());
  const opened = index.opened();
  explainZone(index, QUITO, null);
  expect(index.opened()).toBe(opened);
  expect(opened.zones.map(({ zone }) => zone.id)).toEqual(["a", "off"]);
});

test("where no zone is left, those that nearly were are still named", () => {
  const { matches, losers } = explain([aZone("off", { active: false })]);
  expect(matches).toEqual([]);
  expect(losers).toMatchObject([{ zone: { id: "off" }, lost: "inactive", by: "place", what: "Quito" }]);
});

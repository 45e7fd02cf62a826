import { expect, test } from "vitest";
import { leavesFrom, locationsAt, type Origin } from "./departure";
import { findZone } from "./find-zone";
import { plainZone } from "./plain-zone";
import { readRateRequest } from "./carrier-rates";
import { zoneIndex } from "./zone-index";

const DEPOT: Origin = { countryCode: "EC", city: "Quito", zip: "170135", address1: "Av. Amazonas N24-03" };
const aLocation = (gid: string, origin: Partial<Origin> = {}, active = true) => ({ ...DEPOT, ...origin, gid, active });

test("a rate request's origin is the locations at its address, however it is spelt; an address of none tells nothing", () => {
  const locations = [aLocation("L1"), aLocation("L2", { city: "Cuenca" }), aLocation("L3"), aLocation("closed", {}, false)];
  expect(locationsAt(locations, { ...DEPOT, address1: "AV AMAZONAS  N24-03", city: "QUITO" })).toEqual(["L1", "L3"]);
  expect(locationsAt(locations, { ...DEPOT, address1: "Otra calle" })).toBeNull();
  expect(locationsAt(locations, null)).toBeNull();
});

test("Shopify's request names its origin by address; a request without one is still one", () => {
  const destination = { country: "EC", province: null, city: "Quito", postal_code: null, address2: null };
  const origin = { country: "EC", postal_code: "170135", city: "Quito", address1: "Av. Amazonas N24-03", company_name: "Tienda" };
  const read = (rate: object) => readRateRequest(JSON.stringify({ rate: { destination, items: [], currency: "USD", ...rate } }));
  expect(read({ origin })?.origin).toEqual(DEPOT);
  expect(read({})?.origin).toBeNull();
  expect(read({ origin: "?" })?.origin).toBeNull();
});

test("a delivery leaves from its own location, else from its order's", () => {
  const sale = { fulfillmentOrders: [{ status: "OPEN", locationGid: "L2" }] } as Parameters<typeof leavesFrom>[1];
  expect(leavesFrom({ locationGid: "L1" }, sale)).toEqual(["L1"]);
  expect(leavesFrom({ locationGid: null }, sale)).toEqual(["L2"]);
  expect(leavesFrom({ locationGid: null }, { fulfillmentOrders: [] })).toBeNull();
});

test("of the zones over an address those count that are served from where the goods leave", () => {
  const aZone = (id: string, priority: number, locationGids: string[]) => ({
    ...{ id, name: id, priority, active: true },
    ...plainZone({ places: ["Quito"], rateMinor: 100, commissionMinor: 0 }),
    locationGids,
  });
  const index = zoneIndex([aZone("north", 1, ["L1"]), aZone("south", 1, ["L2"]), aZone("any", 2, [])], new Map());
  const place = { countryCode: "EC", province: null, city: "Quito", zip: null, address2: null, position: null };
  const from = (gids: string[] | null) => findZone(index, place, gids);
  expect(from(["L2"]).matches.map(({ zone }) => zone.id)).toEqual(["south", "any"]);
  expect(from(["L2"]).doubt).toBeNull();
  expect(from(["L9"]).matches.map(({ zone }) => zone.id)).toEqual(["any"]);
  expect(from(null).doubt?.code).toBe("zones_equal");
});

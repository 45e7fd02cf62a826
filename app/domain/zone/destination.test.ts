import { expect, test } from "vitest";
import { geonames } from "~/adapters/gazetteer/geonames";
import type { PostalAddress } from "~/domain/order/order";
import { findZone } from "./find-zone";
import { destinationOf } from "./destination";
import { zoneIndex, type ZoneArea } from "./zone-index";

const anAddress = (city: string, district?: string): PostalAddress => ({
  ...{ name: "Ana", address1: "Calle 1", address2: null, city, province: null, zip: null, countryCode: "EC" },
  ...{ phone: null, latitude: null, longitude: null, ...(district ? { district } : {}) },
});
const aZone = (name: string): ZoneArea => ({
  ...{ id: name, name, priority: 10, active: true },
  area: { countryCode: "EC", include: [{ kind: "place", name }], exclude: [] },
});
const index = zoneIndex([aZone("Cumbayá"), aZone("Guayaquil")], geonames(["EC"]));
const found = (address: PostalAddress) => {
  const { matches, doubt } = findZone(index, destinationOf({ shippingAddress: address }));
  return [matches[0]?.zone.name ?? null, doubt?.code ?? null];
};

test("a district chosen in the cart says where in the city an order goes", () => {
  expect(found(anAddress("Quito"))).toEqual([null, null]);
  expect(found(anAddress("Quito", "Cumbayá"))).toEqual(["Cumbayá", null]);
});

test("a district that is not in the city is noticed, so that nobody pays for another place than they live in", () => {
  expect(found(anAddress("Guayaquil", "Cumbayá"))[1]).toBe("place_contradicts");
});

test("the city is said once where the district is called so", () => {
  expect(destinationOf({ shippingAddress: anAddress("quito", "Quito") }).city).toBe("Quito");
  expect(destinationOf({ shippingAddress: anAddress("Quito") }).city).toBe("Quito");
});

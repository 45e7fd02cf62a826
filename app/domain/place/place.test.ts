import { expect, test } from "vitest";
import { anIssuer } from "~/testing/ecuador";
import { atEstablishment } from "./at-establishment";
import { byDeparture, departureOf, firstGone } from "./departure";
import { originAddress } from "./origin-address";
import { placeName, placeOf } from "./place";

const aFulfillmentOrder = (status: string, locationGid: string | null) => ({
  gid: "gid://shopify/FulfillmentOrder/1",
  status,
  deliveryMethod: "shipping" as const,
  locationGid,
  lines: [],
});

test("an order leaves from the first location that is not cancelled, sent already or not", () => {
  const fulfillmentOrders = [
    aFulfillmentOrder("CANCELLED", "gid://shopify/Location/1"),
    aFulfillmentOrder("OPEN", null),
    aFulfillmentOrder("CLOSED", "gid://shopify/Location/2"),
    aFulfillmentOrder("OPEN", "gid://shopify/Location/3"),
  ];
  expect(departureOf({ fulfillmentOrders })).toBe("gid://shopify/Location/2");
  expect(departureOf({ fulfillmentOrders: [] })).toBeNull();
});

test("the invoice of all deliveries is of the one that makes it due: the first brought, before the first that set out", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour));
  const aDelivery = (locationGid: string | null, startedAt: Date | null = null, deliveredAt: Date | null = null) => ({
    locationGid,
    startedAt,
    deliveredAt,
  });
  expect(firstGone([aDelivery("waits")])).toBeNull();
  expect(firstGone([aDelivery("waits"), aDelivery("late", at(12)), aDelivery("early", at(9))])?.locationGid).toBe("early");
  const brought = [aDelivery("early", at(9)), aDelivery("second", at(10), at(13)), aDelivery("first", at(11), at(12))];
  expect(firstGone(brought)?.locationGid).toBe("first");
});

test("a location is a place once it is linked", () => {
  const linked = { establishment: "002", emissionPoint: "001" };
  expect(placeOf({ ...linked, ...{ name: "Cuenca" } })).toEqual(linked);
  expect([placeOf({ establishment: null, emissionPoint: null }), placeOf(null)]).toEqual([null, null]);
  expect(placeName(linked)).toBe("002-001");
});

test("goods leave from what the merchant wrote, else from Shopify's address, else from the issuer's", () => {
  const location = { originAddress: null, address1: "Calle Larga 6-52", address2: null, city: "Cuenca" };
  const at = { establishmentAddress: "Sucursal 1", mainAddress: "Matriz" };
  expect(originAddress({ ...location, originAddress: "Bodega 4" }, at)).toBe("Bodega 4");
  expect(originAddress(location, at)).toBe("Calle Larga 6-52, Cuenca");
  expect(originAddress({ ...location, address1: null, city: null }, at)).toBe("Sucursal 1");
  expect(originAddress(null, { ...at, establishmentAddress: null })).toBe("Matriz");
});

test("an establishment's own name and address come before the issuer's, each by itself", () => {
  const whole = { ...anIssuer(), tradeName: "Tienda Andina", establishmentAddress: "Quito" };
  expect(atEstablishment(whole, { address: "Cuenca", tradeName: null })).toMatchObject({
    tradeName: "Tienda Andina",
    establishmentAddress: "Cuenca",
    legalName: whole.legalName,
  });
  expect(atEstablishment(whole, { address: null, tradeName: "Andina Sur" })).toMatchObject({
    tradeName: "Andina Sur",
    establishmentAddress: "Quito",
  });
  expect(atEstablishment(whole, null)).toEqual(whole);
});

test("what leaves from one location goes together, what leaves from nowhere known too", () => {
  const stops = [
    { id: 1, at: "b" },
    { id: 2, at: null },
    { id: 3, at: "b" },
    { id: 4, at: "a" },
  ];
  const groups = byDeparture(stops, ({ at }) => at).map(([at, members]) => [at, members.map(({ id }) => id)]);
  expect(groups).toEqual([
    ["b", [1, 3]],
    [null, [2]],
    ["a", [4]],
  ]);
});

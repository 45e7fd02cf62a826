import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import type { LocationRecord } from "~/ports/location-records";
import type { DeliveryRecord, Zone } from "~/ports/records";
import { placeOfInvoice } from "./place-of-invoice";

const place = (establishment: string) => ({ establishment, emissionPoint: "001" });
const delivery = (told: Partial<DeliveryRecord>) =>
  ({ state: "assigned", zoneId: null, locationGid: null, startedAt: null, deliveredAt: null, ...told }) as DeliveryRecord;
const sale = { fulfillmentOrders: [{ status: "OPEN", locationGid: "store" }] } as SaleOrder;
const zones: Record<string, Partial<Zone>> = { south: { place: place("002") }, plain: { place: null } };
const locations: Record<string, Partial<LocationRecord>> = {
  store: { ...place("003") },
  shed: { establishment: null, emissionPoint: null },
};

const placeFor = (deliveries: DeliveryRecord[], own: DeliveryRecord | null = null) =>
  placeOfInvoice(
    {
      zone: (id) => Promise.resolve((zones[id] as Zone | undefined) ?? null),
      locationByGid: (gid) => Promise.resolve((locations[gid] as LocationRecord | undefined) ?? null),
      deliveriesOfOrder: () => Promise.resolve(deliveries),
    },
    sale,
    "order",
    own,
  );
const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour));

test("the zone's place goes before the location's, the location's before the default", async () => {
  expect(await placeFor([delivery({ zoneId: "south", locationGid: "store", deliveredAt: at(9) })])).toEqual(place("002"));
  expect(await placeFor([delivery({ zoneId: "plain", locationGid: "store", deliveredAt: at(9) })])).toMatchObject(place("003"));
  expect(await placeFor([delivery({ zoneId: "plain", locationGid: "shed", deliveredAt: at(9) })])).toBeNull();
  expect(await placeFor([])).toMatchObject(place("003"));
});

test("of several deliveries the first that was brought decides, of its own invoice the delivery itself", async () => {
  const [late, early] = [
    delivery({ zoneId: "south", deliveredAt: at(12) }),
    delivery({ zoneId: "plain", locationGid: "shed", deliveredAt: at(9) }),
  ];
  expect(await placeFor([late, early])).toBeNull();
  expect(await placeFor([late, early], late)).toEqual(place("002"));
});

test("an invoice at payment is numbered at the zone of a delivery that stands, before anybody sets out", async () => {
  expect(await placeFor([delivery({ zoneId: "south", state: "cancelled" }), delivery({ zoneId: "plain" })])).toMatchObject(place("003"));
  expect(await placeFor([delivery({ zoneId: "south" })])).toEqual(place("002"));
});

import { expect, test } from "vitest";
import type { Stop } from "~/domain/delivery/stop";
import { cardOf } from "./card";

const stop: Stop = {
  deliveryId: "d",
  orderName: "#1001",
  state: "out_for_delivery",
  buyer: "Ana P.",
  addressLines: ["Av. Amazonas"],
  countryCode: "EC",
  destination: "Av. Amazonas & Ñ, EC",
  position: null,
  phone: "+593991234567",
  whatsapp: "593991234567",
  buyerLocale: "en-US",
  units: 1,
  parcels: 1,
  goods: [{ lineId: "a", title: "Café", quantity: 1, grossMinor: 2550 }],
  bringBack: [],
  currency: "USD",
  place: null,
  collect: { minor: 2550, currency: "USD" },
  payment: "collect",
  deliveredAt: "2026-11-24T03:05:00.000Z",
  reattemptOn: null,
  fetchFrom: null,
};
const whose = { locale: "es", shop: { name: "Tienda", timeZone: "America/Guayaquil" }, courier: { name: "Luis Vega" } } as const;

test("money is written as in the country, time as on the shop's clock", () => {
  expect(cardOf(stop, whose)).toMatchObject({ collect: "$25,50", deliveredAtText: "22:05" });
});

test("what may be refused comes with its figures; one thing alone is taken or not", () => {
  const goods = [{ lineId: "a", title: "Café", quantity: 3, grossMinor: 2550 }];
  expect(cardOf({ ...stop, goods, units: 3 }, whose)).toMatchObject({
    goods: [{ title: "Café", quantity: 3 }],
    refusable: { lines: [{ ...goods[0], price: "$25,50" }] },
  });
  expect(cardOf(stop, whose).refusable).toBeNull();
});

test("the message speaks the buyer's language, links are escaped", () => {
  const { whatsappUrl, mapsUrl, wazeUrl, callUrl } = cardOf(stop, whose);
  expect(decodeURIComponent(whatsappUrl!)).toBe(
    "https://wa.me/593991234567?text=Hello Ana. I am Luis Vega, I am bringing your order #1001 from Tienda.",
  );
  expect(mapsUrl).toBe("https://www.google.com/maps/dir/?api=1&destination=Av.%20Amazonas%20%26%20%C3%91%2C%20EC");
  expect(wazeUrl).toContain("?q=Av.");
  expect(callUrl).toBe("tel:+593991234567");
});

test("coordinates go to Waze as such; what is missing gives no link", () => {
  expect(cardOf({ ...stop, destination: "-0.18,-78.48", position: { latitude: -0.18, longitude: -78.48 } }, whose).wazeUrl).toBe(
    "https://waze.com/ul?ll=-0.18%2C-78.48&navigate=yes",
  );
  expect(cardOf({ ...stop, destination: "", phone: null, whatsapp: null, collect: null, deliveredAt: null }, whose)).toMatchObject({
    mapsUrl: null,
    wazeUrl: null,
    callUrl: null,
    whatsappUrl: null,
    collect: null,
    deliveredAtText: null,
  });
});

test("any other map gets the point under the order's name, or the address to look for", () => {
  const placed = { ...stop, destination: "-0.18,-78.48", position: { latitude: -0.18, longitude: -78.48 } };
  expect(cardOf(placed, whose).geoUrl).toBe("geo:-0.18,-78.48?q=-0.18,-78.48(%231001)");
  expect(cardOf(stop, whose).geoUrl).toBe("geo:0,0?q=Av.%20Amazonas%20%26%20%C3%91%2C%20EC");
  expect(cardOf({ ...stop, state: "delivered" }, whose).geoUrl).toBeNull();
});

test("once it is delivered the buyer can't be reached through it any more", () => {
  const { phone, callUrl, whatsappUrl, mapsUrl } = cardOf({ ...stop, state: "delivered" }, whose);
  expect([phone, callUrl, whatsappUrl, mapsUrl]).toEqual([null, null, null, null]);
});

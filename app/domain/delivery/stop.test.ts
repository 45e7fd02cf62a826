import { expect, test } from "vitest";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import { aSaleLine } from "~/testing/sales";
import { shortName, stopOf, type DoorPayment } from "./stop";

const address: PostalAddress = {
  name: "Ana María Pérez",
  address1: "Av. Amazonas N34-120",
  address2: "Edificio Ñandú, 5B",
  city: "Quito",
  province: null,
  zip: "La Carolina",
  countryCode: "EC",
  phone: "099 123 4567",
  latitude: null,
  longitude: null,
};
const sale = (change: Partial<SaleOrder> = {}) =>
  ({
    name: "#1001",
    customerName: "Ana Pérez",
    phone: null,
    locale: "es",
    currency: "USD",
    paymentType: "cash_on_delivery",
    outstandingMinor: 2550,
    shippingAddress: address,
    lines: [
      aSaleLine({ id: "goods", requiresShipping: true, quantity: 2, netMinor: 2550 }),
      aSaleLine({ id: "download", requiresShipping: false, quantity: 1 }),
    ],
    ...change,
  }) as SaleOrder;
const delivery = { id: "d1", state: "assigned", method: "courier", lines: [], deliveredAt: null } as const;

test("a courier sees the address, a short name and what to collect", () => {
  expect(stopOf(delivery, sale())).toMatchObject({
    buyer: "Ana P.",
    addressLines: ["Av. Amazonas N34-120", "Edificio Ñandú, 5B", "La Carolina, Quito"],
    phone: "+593991234567",
    whatsapp: "593991234567",
    collect: { minor: 2550, currency: "USD" },
    units: 2,
    position: null,
    destination: "Av. Amazonas N34-120, Edificio Ñandú, 5B, La Carolina, Quito, EC",
  });
});

test.each(["card", "card_authorized", "transfer", "other"] as const)("nothing is collected for %s", (paymentType) => {
  expect(stopOf(delivery, sale({ paymentType })).collect).toBeNull();
});

test("a parcel that somebody else has is fetched from them first", () => {
  expect(stopOf(delivery, sale()).fetchFrom).toBeNull();
  const attention = { code: "parcel_with_other", params: { from: "Luis Vega", courier: "Eva" } };
  expect(stopOf({ ...delivery, attention }, sale()).fetchFrom).toBe("Luis Vega");
});

test("cash that was paid meanwhile isn't collected again", () => {
  expect(stopOf(delivery, sale({ outstandingMinor: 0 })).collect).toBeNull();
});

test.each<[what: string, change: Partial<SaleOrder>, payment: DoorPayment]>([
  ["cash that is owed", { outstandingMinor: 100 }, "collect"],
  ["cash that was paid meanwhile", { outstandingMinor: 0, financialStatus: "PAID" }, "paid"],
  ["a card", { paymentType: "card", outstandingMinor: 0, financialStatus: "PAID" }, "paid"],
  ["a card of which an edit made a part due", { paymentType: "card", outstandingMinor: 300, financialStatus: "PARTIALLY_PAID" }, "unpaid"],
  ["a reserved card", { paymentType: "card_authorized", financialStatus: "AUTHORIZED" }, "reserved"],
  ["a reserved card of which a part was captured", { paymentType: "card_authorized", financialStatus: "PARTIALLY_PAID" }, "reserved"],
  ["a reserved card after its capture", { paymentType: "card_authorized", outstandingMinor: 0, financialStatus: "PAID" }, "paid"],
  ["a reservation that was let go", { paymentType: "card_authorized", financialStatus: "VOIDED" }, "unpaid"],
  ["a transfer that has not come in", { paymentType: "transfer" }, "unpaid"],
  ["a transfer that has", { paymentType: "transfer", outstandingMinor: 0, financialStatus: "PAID" }, "paid"],
  ["a transfer that was given back", { paymentType: "transfer", outstandingMinor: 0, financialStatus: "REFUNDED" }, "refunded"],
  ["cash for goods that were all removed", { lines: [], removedLines: [aSaleLine({ quantity: 0 })] }, "refunded"],
  ["another way, not paid", { paymentType: "other" }, "unpaid"],
])("the courier is told of %s", (_what, change, payment) => {
  expect(stopOf(delivery, sale(change)).payment).toBe(payment);
});

const goods = { lines: [aSaleLine({ id: "a", title: "Café", quantity: 3 }), aSaleLine({ id: "b", title: "Té" })], removedLines: [] };
const first = { ...delivery, lines: [{ lineId: "a", quantity: 2 }] };
const second = { ...delivery, id: "d2", lines: [{ lineId: "b", quantity: 1 }] };

test("of an order with several deliveries the courier sees what goes with this one, and which of them it is", () => {
  const told = (one: typeof first | typeof second) =>
    stopOf(one, sale(goods), [second, { ...delivery, id: "d0", state: "cancelled" }, first]);
  expect(told(first)).toMatchObject({ units: 2, goods: [{ title: "Café", quantity: 2 }], place: { number: 1, of: 2 } });
  expect(told(second)).toMatchObject({ units: 1, goods: [{ title: "Té", quantity: 1 }], place: { number: 2, of: 2 } });
  expect(stopOf(first, sale(goods)).place).toBeNull();
});

test("what is owed is collected whole with the first of them, and never with two", () => {
  const told = [first, second].map((one) => stopOf(one, sale(goods), [second, first]));
  expect(told.map(({ collect, payment }) => [collect?.minor ?? null, payment])).toEqual([
    [2550, "collect"],
    [null, "elsewhere"],
  ]);
  const returned = { ...first, state: "returned" } as const;
  expect(stopOf(second, sale(goods), [returned, second])).toMatchObject({ payment: "collect", collect: { minor: 2550 } });
});

test("coordinates win for navigation", () => {
  expect(stopOf(delivery, sale({ shippingAddress: { ...address, latitude: -0.18, longitude: -78.48 } }))).toMatchObject({
    destination: "-0.18,-78.48",
    position: { latitude: -0.18, longitude: -78.48 },
  });
});

test("what was not taken is to be brought back until it is", () => {
  const refused = [{ lineId: "goods", quantity: 1, carried: 2, reason: "damaged" as const }];
  const brought = { ...delivery, state: "delivered" as const, refused };
  const [title] = sale().lines.map((line) => line.title);
  expect(stopOf({ ...brought, owesRest: true }, sale()).bringBack).toEqual([{ title, quantity: 1 }]);
  expect(stopOf({ ...brought, owesRest: false }, sale()).bringBack).toEqual([]);
  expect(stopOf(brought, sale()).goods).toEqual([{ lineId: "goods", title, quantity: 2, grossMinor: 2550 }]);
});

test("an order without an address or phone still shows", () => {
  expect(stopOf(delivery, sale({ shippingAddress: null }))).toMatchObject({
    buyer: "Ana P.",
    addressLines: [],
    destination: "",
    phone: null,
    whatsapp: null,
  });
});

test.each([
  ["not a phone", null, null],
  ["12", "12", null],
  ["+51 987 654 321", "+51987654321", "51987654321"],
])("phone %j", (raw, phone, whatsapp) => {
  expect(stopOf(delivery, sale({ shippingAddress: { ...address, phone: raw } }))).toMatchObject({ phone, whatsapp });
});

test.each([
  ["Ana", "Ana"],
  [" Luis  Vega ", "Luis V."],
  ["José 🏠", "José 🏠."],
  ["", ""],
])("%j is called %j", (name, short) => {
  expect(shortName(name)).toBe(short);
});

test("for a return nothing is collected, and what was fetched is brought to the shop", () => {
  const fetching = { ...delivery, lines: [{ lineId: "goods", quantity: 2 }], refused: [], returnGid: "r1", owesRest: false };
  const siblings = [{ id: "d0", state: "delivered", method: "courier" }] as const;
  expect(stopOf(fetching, sale({ removedLines: [] }), siblings)).toMatchObject({
    isReturn: true,
    collect: null,
    payment: "paid",
    place: null,
    bringBack: [],
    units: 2,
  });
  const refused = [{ lineId: "goods", quantity: 1, carried: 2, reason: "other" }] as const;
  const fetched = { ...fetching, state: "delivered", refused, owesRest: true } as const;
  expect(stopOf(fetched, sale({ removedLines: [] }), siblings).bringBack).toEqual([{ title: expect.any(String) as string, quantity: 1 }]);
});

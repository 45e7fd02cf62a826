import { expect, test } from "vitest";
import { addressAt, pathOf } from "./addresses";

const ID = "00000000-0000-4000-8000-000000000001";

test.each([
  ["/courier/abc", { key: "abc", hasSecret: false, page: "list" }],
  ["/courier/abc/", { key: "abc", hasSecret: false, page: "list" }],
  ["/courier/abc/map", { key: "abc", hasSecret: false, page: "map" }],
  ["/courier/abc/money", { key: "abc", hasSecret: false, page: "money" }],
  ["/courier/abc.0123456789abcdef_-", { key: "abc", hasSecret: true, page: "list" }],
  [`/courier/abc/deliveries/${ID}`, { key: "abc", hasSecret: false, page: "delivery", deliveryId: ID }],
])("%s is a page of the phone's", (path, address) => {
  expect(addressAt(path)).toEqual(address);
});

test.each(["/courier/sw.js", "/courier/abc/data", "/courier/abc/photos/1", "/courier/abc/deliveries/1", "/courier/", "/app/orders"])(
  "%s is the server's",
  (path) => {
    expect(addressAt(path)).toBeNull();
  },
);

test("an address leads to its page and back", () => {
  for (const page of ["money", "map"] as const) expect(addressAt(pathOf("abc", { page }))).toMatchObject({ page });
  expect(addressAt(pathOf("abc", { page: "delivery", deliveryId: ID }))).toMatchObject({ page: "delivery", deliveryId: ID });
});

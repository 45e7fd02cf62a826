import { expect, test } from "vitest";
import { scopeArguments, scopeRaw, scopeTagged } from "./scope";

const MINE = "01a20a19-0000-7000-8000-000000000001";
const OTHER = "01a20a19-0000-7000-8000-000000000002";
const scoped = (model: string, operation: string, args?: unknown) => scopeArguments(MINE, model, operation, args);

test.each(["findMany", "findFirst", "findUnique", "findUniqueOrThrow", "count", "aggregate", "groupBy", "deleteMany", "delete"])(
  "%s is narrowed to the shop, whatever was asked",
  (operation) => {
    expect(scoped("Order", operation)).toEqual({ where: { shopId: MINE } });
    expect(scoped("Order", operation, { where: { shopId: OTHER, name: "#1" } })).toEqual({ where: { shopId: MINE, name: "#1" } });
    expect(scoped("Order", operation, { where: { OR: [{ shopId: OTHER }, {}] } })).toEqual({
      where: { OR: [{ shopId: OTHER }, {}], shopId: MINE },
    });
  },
);

test("a shop is reached as itself only; sessions not at all", () => {
  expect(scoped("Shop", "findMany", { where: { id: OTHER } })).toEqual({ where: { id: MINE } });
  expect(() => scoped("Shop", "update", { data: { id: OTHER } })).toThrow("another shop");
  expect(() => scoped("Session", "findMany")).toThrow("Session");
});

test.each(["create", "createMany", "createManyAndReturn"])("%s writes rows of the shop and refuses another's", (operation) => {
  expect(scoped("Courier", operation, { data: { name: "Ana" } })).toEqual({ data: { name: "Ana", shopId: MINE } });
  expect(scoped("Courier", operation, { data: [{ name: "Ana" }] })).toEqual({ data: [{ name: "Ana", shopId: MINE }] });
  expect(() => scoped("Courier", operation, { data: [{ name: "Ana", shopId: OTHER }] })).toThrow("another shop");
});

test("no update moves a row to another shop", () => {
  expect(() => scoped("Courier", "update", { where: {}, data: { shopId: OTHER } })).toThrow("another shop");
  expect(() => scoped("Courier", "updateMany", { data: { shopId: { set: OTHER } } })).toThrow("another shop");
  expect(() => scoped("Courier", "upsert", { where: {}, create: { shopId: OTHER }, update: {} })).toThrow("another shop");
  expect(() => scoped("Courier", "upsert", { where: {}, create: {}, update: { shopId: OTHER } })).toThrow("another shop");
  expect(scoped("Courier", "upsert", { where: { id: "1" }, create: { name: "A" }, update: {} })).toEqual({
    where: { id: "1", shopId: MINE },
    create: { name: "A", shopId: MINE },
    update: {},
  });
});

test.each([
  "connect",
  "create",
  "createMany",
  "connectOrCreate",
  "disconnect",
  "set",
  "update",
  "updateMany",
  "upsert",
  "delete",
  "deleteMany",
])("a nested write (%s) is refused wherever data may stand", (verb) => {
  const data = { deliveries: { [verb]: {} } };
  for (const operation of ["create", "createMany", "update", "updateMany"])
    expect(() => scoped("Order", operation, { data })).toThrow('nested write "deliveries"');
  expect(() => scoped("Order", "upsert", { where: {}, create: data, update: {} })).toThrow("nested write");
  expect(() => scoped("Order", "upsert", { where: {}, create: {}, update: data })).toThrow("nested write");
});

test("what only looks like a nested write is written: lists, counters, our own JSON", () => {
  expect(scoped("Zone", "update", { data: { places: { set: ["Quito"] } } })).toMatchObject({ data: { places: { set: ["Quito"] } } });
  expect(scoped("Series", "update", { data: { nextNumber: { increment: 1 } } })).toMatchObject({ data: { nextNumber: { increment: 1 } } });
  expect(scoped("Order", "update", { data: { sale: { create: "a word of ours" } } })).toMatchObject({
    data: { sale: { create: "a word of ours" } },
  });
});

test("raw SQL without the shop among its values is refused; the queue's own is not ours to narrow", () => {
  expect(() => scopeRaw(MINE, [`SELECT * FROM "Order"`])).toThrow("without its shop");
  expect(() => scopeRaw(MINE, [`SELECT * FROM "Order" WHERE "shopId" = $1`, OTHER])).toThrow("without its shop");
  const own = [`SELECT * FROM "Order" WHERE "shopId" = $1`, MINE];
  expect(scopeRaw(MINE, own)).toBe(own);
  expect(scopeRaw(MINE, [`INSERT INTO pgboss.job DEFAULT VALUES`])).toHaveLength(1);
  expect(() => scopeTagged(MINE, { values: [OTHER] })).toThrow("without its shop");
  expect(scopeTagged(MINE, { values: [MINE] })).toEqual({ values: [MINE] });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { deviations, shapeOf } from "./shape.ts";

test("a shape says what kind each field is, and keeps values of machine states only", () => {
  const order = {
    ...{ id: "gid://shopify/Order/1", name: "María", email: "a@b.ec", phone: null, taxesIncluded: true, total: "12.5" },
    ...{ at: "2026-11-23T20:00:00Z", items: [{ quantity: 2 }], displayFinancialStatus: "PAID" },
  };
  expect(shapeOf(order)).toEqual({
    ...{
      at: ["instant Z"],
      displayFinancialStatus: ["= PAID"],
      email: ["e-mail"],
      id: ["gid of Order"],
      items: ["list"],
      "items[]": ["object"],
    },
    ...{ "items[].quantity": ["whole number"], name: ["text"], phone: ["null"], taxesIncluded: ["boolean"], total: ["amount"] },
  });
});

test("no value that is not a fact gets into a shape, whatever field it hides in", () => {
  const secret = fc.stringMatching(/^[A-Za-zÑé@ ]{8,30}$/).filter((text) => text.trim().length >= 8);
  fc.assert(
    fc.property(secret, fc.stringMatching(/^\d{7,20}$/), (name, number) => {
      const seen = JSON.stringify(
        shapeOf({ legalName: name, [`${name}!`]: 1, nested: [{ note: `x ${name}` }], status: number, code: `${number} a` }),
      );
      expect(seen).not.toContain(name);
      expect(seen).not.toContain(number);
    }),
  );
});

test("the same things have the same shape in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (values) => {
      expect(shapeOf(...values)).toEqual(shapeOf(...[...values].reverse()));
    }),
  );
});

test("nothing deviates from itself", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => deviations(shapeOf(value), shapeOf(value)).length === 0));
});

test("absent, new and changed fields are told apart; what lies inside an absent or new one is told once", () => {
  const expected = shapeOf({ a: { b: [{ c: 1 }] }, d: "x", e: null });
  const seen = shapeOf({ d: null, e: null, f: { g: { h: 1 } } });
  expect(deviations(expected, seen)).toEqual([
    { path: "a", expected: "object", seen: "(no such field)", change: "absent" },
    { path: "d", expected: "text", seen: "null", change: "kind" },
    { path: "f", expected: "(no such field)", seen: "object", change: "new" },
  ]);
});

test("one of several kinds that does not come this time is a smaller thing", () => {
  expect(deviations(shapeOf({ a: null }, { a: "x" }), shapeOf({ a: "x" }))).toEqual([
    { path: "a", expected: "null | text", seen: "text", change: "not seen" },
  ]);
});

import { areaOf, plainZone } from "~/domain/zone/plain-zone";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  getVariableValues,
  Kind,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  type IntrospectionQuery,
} from "graphql";
import { expect, test } from "vitest";
import { FIRST_CONTACT_OPERATIONS } from "./operations.ts";
import { testOrders } from "./test-orders.ts";

const packed = readFileSync(join("node_modules", "@shopify", "dev-mcp", "dist", "data", "admin_2026-10.json.gz"));
const { data } = JSON.parse(gunzipSync(packed).toString("utf8")) as { data: IntrospectionQuery };
const schema = buildClientSchema(data);

const zone = {
  ...{
    id: "z1",
    name: "Norte",
    priority: 1,
    ...plainZone({ places: ["Quito"], rateMinor: 350, commissionMinor: 100 }),
    currency: "USD",
  },
  ...{ active: true, courierIds: ["c1"] },
};
const merchant = {
  zones: [zone, { ...zone, id: "z2", area: areaOf("EC", [], ["1701*"]) }],
  issuerTaxId: "1790012345001",
  mailTo: "yo@ejemplo.ec",
  currency: "USD",
};

test.each(Object.entries(FIRST_CONTACT_OPERATIONS))(
  "%s is valid in the 2026-10 Admin schema and uses nothing deprecated",
  (_name, operation) => {
    expect(validate(schema, parse(operation), [...specifiedRules, NoDeprecatedCustomRule]).map(({ message }) => message)).toEqual([]);
  },
);

test("each of the ten orders is what orderCreate takes", () => {
  const definition = parse(FIRST_CONTACT_OPERATIONS.CreateOrder).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const variables = (order: unknown) => getVariableValues(schema, definition.variableDefinitions ?? [], { order });
  const orders = testOrders(merchant);
  expect(orders).toHaveLength(10);
  for (const { input } of orders) expect(variables(input).errors).toBeUndefined();
  expect(variables({ ...orders[0]!.input, colour: "red" }).errors).toHaveLength(1);
});

test("all are test orders with our tag, none names another person's tax id, and the ten differ in payment, tax and zone", () => {
  const orders = testOrders(merchant);
  for (const { input } of orders) expect(input).toMatchObject({ test: true, tags: ["bim-first-contact"], email: "yo@ejemplo.ec" });
  const ids = [...JSON.stringify(orders).matchAll(/idNumber\\+":\\+"([^"\\]+)/g)].map((match) => match[1]);
  expect(new Set(ids)).toEqual(new Set(["1790012345001", "BIM000001"]));
  expect(new Set(orders.map(({ payment, taxesIncluded }) => `${payment} ${taxesIncluded}`)).size).toBeGreaterThanOrEqual(6);
  expect(orders.map(({ zone: id }) => id).slice(0, 2)).toEqual(["z1", "z2"]);
});

test("a discount is spread over the lines to the cent", () => {
  const order = testOrders(merchant)[8]!;
  // 29.97 and 12.00 less 3.33, of which 2.38 on the taxed line: 27.59 × 15 % = 4.14; shipping 3.50 + 0.53.
  expect(order.totalMinor).toBe(2997 + 1200 - 333 + 414 + 350 + 53);
});

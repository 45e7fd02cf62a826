import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate, type IntrospectionQuery } from "graphql";
import { expect, test } from "vitest";
import { OPERATIONS } from "./operations";

const packed = readFileSync(join("node_modules", "@shopify", "dev-mcp", "dist", "data", "admin_2026-10.json.gz"));
const { data } = JSON.parse(gunzipSync(packed).toString("utf8")) as { data: IntrospectionQuery };
const schema = buildClientSchema(data);

const faultsOf = (operation: string) =>
  validate(schema, parse(operation), [...specifiedRules, NoDeprecatedCustomRule]).map((error) => error.message);

test.each(Object.entries(OPERATIONS))("%s is valid in the 2026-10 Admin schema and uses nothing deprecated", (_name, operation) => {
  expect(faultsOf(operation)).toEqual([]);
});

test("a misspelt field and a deprecated one are named", () => {
  expect(faultsOf("query X { shop { nmae } }")[0]).toContain('"nmae"');
  expect(faultsOf("query X($id: ID!) { order(id: $id) { localizationExtensions(first: 1) { nodes { key } } } }").join()).toContain(
    "deprecated",
  );
});

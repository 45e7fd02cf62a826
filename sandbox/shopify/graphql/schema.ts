import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  GraphQLError,
  isObjectType,
  isScalarType,
  type GraphQLSchema,
  type IntrospectionQuery,
  type Kind,
} from "graphql";
import { checkAccess, readAccessRules, type ScopeItem } from "./access.ts";
import { readField } from "./read-field.ts";

let loaded: GraphQLSchema | null = null;

/** Shopify's own Admin schema 2026-10 (from @shopify/dev-mcp), executable: every field checks its scopes, then reads the sandbox's nodes. */
export function adminSchema(): GraphQLSchema {
  loaded ??= load();
  return loaded;
}

function load(): GraphQLSchema {
  const path = dataPath();
  const file = JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as {
    data: IntrospectionQuery;
    offline_scopes: { items: ScopeItem[] };
  };
  const schema = buildClientSchema(file.data);
  const rules = readAccessRules(file.offline_scopes.items);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) strictenScalar(type);
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source, args, context, info) => {
        checkAccess(rules, context, info);
        return readField(source, args, context, info);
      };
    }
  }
  return schema;
}

/** The package's exports hide its data, so it is looked for where Node looks for packages. */
function dataPath(): string {
  const folders = createRequire(import.meta.url).resolve.paths("@shopify/dev-mcp") ?? [];
  const path = folders.map((folder) => join(folder, "@shopify/dev-mcp/dist/data/admin_2026-10.json.gz")).find(existsSync);
  if (!path) throw new Error("@shopify/dev-mcp is not installed: the sandbox needs its Admin schema (npm ci)");
  return path;
}

const inputRules: Record<string, { isValid(value: unknown): boolean; sample: string }> = {
  URL: { isValid: (value) => typeof value === "string" && URL.canParse(value), sample: "a valid URL" },
  DateTime: {
    isValid: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value)),
    sample: "an ISO 8601 instant",
  },
  Money: {
    isValid: (value) => (typeof value === "string" || typeof value === "number") && /^-?\d+(\.\d+)?$/.test(String(value)),
    sample: "a decimal amount",
  },
  Decimal: {
    isValid: (value) => (typeof value === "string" || typeof value === "number") && /^-?\d+(\.\d+)?$/.test(String(value)),
    sample: "a decimal",
  },
};

// A schema built from introspection lets any value pass as a custom scalar.
function strictenScalar(type: { name: string; parseValue: (value: unknown) => unknown; parseLiteral: (node: never) => unknown }): void {
  const rule = inputRules[type.name];
  if (!rule) return;
  const check = (value: unknown): unknown => {
    if (!rule.isValid(value)) throw new GraphQLError(`${type.name} ${JSON.stringify(value)} is not ${rule.sample}`);
    return value;
  };
  type.parseValue = check;
  type.parseLiteral = (node: { kind: Kind; value?: unknown }) => check(node.value);
}

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as graphql from "graphql";
import { inProject } from "../root.ts";

const SCHEMA = inProject("node_modules", "@shopify", "dev-mcp", "dist", "data", "admin_2026-10.json.gz");

function adminSchema(): graphql.GraphQLSchema {
  const { data } = JSON.parse(gunzipSync(readFileSync(SCHEMA)).toString("utf8")) as { data: graphql.IntrospectionQuery };
  return graphql.buildClientSchema(data);
}

/**
 * What an answer lacks of what a query of ours asks for, by Shopify's own schema: each as its path and what is wrong there. Fields nobody
 * asked for are not looked at.
 */
export function answerFaults(query: string, data: unknown): string[] {
  const document = graphql.parse(query);
  const operation = document.definitions.find((one) => one.kind === graphql.Kind.OPERATION_DEFINITION);
  const type = adminSchema().getQueryType();
  if (!operation || !type) throw new Error("the query has no operation");
  return objectFaults(operation.selectionSet, type, data, "");
}

function objectFaults(selection: graphql.SelectionSetNode, type: graphql.GraphQLNamedType, value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path || "the file"}: an object is wanted`];
  if (!graphql.isObjectType(type)) return [];
  return selection.selections.flatMap((node) => {
    // What only some types of a union have is asked for in a fragment; which type it is, an answer needn't say.
    if (node.kind !== graphql.Kind.FIELD) return [];
    const name = node.alias?.value ?? node.name.value;
    const field = type.getFields()[node.name.value];
    return field ? valueFaults(node, field.type, (value as Record<string, unknown>)[name], path === "" ? name : `${path}.${name}`) : [];
  });
}

function valueFaults(node: graphql.FieldNode, type: graphql.GraphQLOutputType, value: unknown, path: string): string[] {
  if (value === undefined) return [`${path}: missing`];
  if (value === null) return graphql.isNonNullType(type) ? [`${path}: null, which it never is`] : [];
  const inner = graphql.getNullableType(type);
  if (graphql.isListType(inner)) {
    if (!Array.isArray(value)) return [`${path}: a list is wanted`];
    return value.flatMap((one: unknown, index) => valueFaults(node, inner.ofType, one, `${path}[${index}]`));
  }
  if (node.selectionSet) return objectFaults(node.selectionSet, graphql.getNamedType(inner), value, path);
  const wanted = WANTED[graphql.getNamedType(inner).name] ?? ["string"];
  return wanted.includes("any") || wanted.includes(typeof value) ? [] : [`${path}: a ${wanted.join(" or ")} is wanted`];
}

/** How scalars come in JSON; whatever isn't here is text. */
const WANTED: Record<string, string[]> = {
  Boolean: ["boolean"],
  Int: ["number"],
  Float: ["number"],
  UnsignedInt64: ["string", "number"],
  JSON: ["any"],
};

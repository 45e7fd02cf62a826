import { GraphQLError, isNonNullType, type GraphQLResolveInfo } from "graphql";
import type { Context } from "./context.ts";

type Resolver = (args: Record<string, unknown>, context: Context, info: GraphQLResolveInfo) => unknown;

/**
 * Reads a field from a node: a value, or a function of the field's arguments.
 * What a node doesn't have is an error that says so: the sandbox never plays a field by a silent null.
 */
export function readField(source: unknown, args: Record<string, unknown>, context: Context, info: GraphQLResolveInfo): unknown {
  const node = source as Record<string, unknown>;
  const value = node[info.fieldName];
  const result = typeof value === "function" ? (value as Resolver)(args, context, info) : value;
  if (result === undefined) throw notPlayed(info);
  if (result === null && isNonNullType(info.returnType)) throw notPlayed(info);
  return result;
}

const notPlayed = (info: GraphQLResolveInfo): GraphQLError =>
  new GraphQLError(`The sandbox doesn't play ${info.parentType.name}.${info.fieldName}`, {
    nodes: info.fieldNodes,
    extensions: { code: "SANDBOX_NOT_PLAYED" },
  });

import {
  getNamedType,
  isAbstractType,
  isListType,
  isNullableType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** shopify.dev, rate limits: scalars and enums 0, objects 1, connections sized by first/last, mutations 10. */
const MUTATION_COST = 10;
const CONNECTION_COST = 2;
const LIST_SIZE_WITHOUT_FIRST = 10;
export const SINGLE_QUERY_LIMIT = 1000;

export interface Costing {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

/** The most an operation can cost; pass the answer's data to learn what it did cost. */
export function costOf(costing: Costing, operation: OperationDefinitionNode, data?: unknown): number {
  const root = costing.schema.getRootType(operation.operation);
  if (!root) return 0;
  const base = operation.operation === "mutation" ? MUTATION_COST * operation.selectionSet.selections.length : 0;
  return base + selectionCost(costing, root, operation.selectionSet, data === undefined ? unknownData : data);
}

const unknownData = Symbol("not answered yet");

function selectionCost(costing: Costing, type: GraphQLNamedType, set: SelectionSetNode, data: unknown): number {
  let cost = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) cost += fieldCost(costing, type, selection, data);
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? costing.fragments[selection.name.value] : selection;
      if (!fragment) continue;
      const condition = fragment.typeCondition ? costing.schema.getType(fragment.typeCondition.name.value) : type;
      cost += selectionCost(costing, condition ?? type, fragment.selectionSet, data);
    }
  }
  return cost;
}

function fieldCost(costing: Costing, parent: GraphQLNamedType, node: FieldNode, data: unknown): number {
  const field = "getFields" in parent ? parent.getFields()[node.name.value] : undefined;
  if (!field || !node.selectionSet) return 0;
  const type = getNamedType(field.type) as GraphQLNamedType;
  const value = data === unknownData ? unknownData : (data as Record<string, unknown> | null)?.[node.alias?.value ?? node.name.value];
  if (type.name.endsWith("Connection")) return connectionCost(costing, type, node, value);
  const one = (item: unknown) => ownCost(type) + selectionCost(costing, type, node.selectionSet as SelectionSetNode, item);
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + (item === null ? 0 : one(item)), 0);
  if (value === null || value === undefined) return 0;
  return one(value) * (value === unknownData && isList(field.type as GraphQLOutputType) ? sizeOf(costing, node) : 1);
}

/** Objects that have an id are weighed; plain value objects (money, attributes, tax lines) not: Shopify publishes no exact weights. */
function ownCost(type: GraphQLNamedType): number {
  if (isAbstractType(type)) return 1;
  return isObjectType(type) && "id" in type.getFields() ? 1 : 0;
}

function connectionCost(costing: Costing, type: GraphQLNamedType, node: FieldNode, value: unknown): number {
  if (value === null || value === undefined) return 0;
  const set = node.selectionSet as SelectionSetNode;
  if (value !== unknownData) return CONNECTION_COST + selectionCost(costing, type, set, value);
  return CONNECTION_COST + selectionCost(costing, type, set, unknownData) * sizeOf(costing, node) || CONNECTION_COST;
}

function sizeOf(costing: Costing, node: FieldNode): number {
  const argument = node.arguments?.find((one) => one.name.value === "first" || one.name.value === "last");
  if (!argument) return node.name.value === "nodes" || node.name.value === "edges" ? 1 : LIST_SIZE_WITHOUT_FIRST;
  if (argument.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument.value.kind === Kind.VARIABLE) return Number(costing.variables[argument.value.name.value] ?? LIST_SIZE_WITHOUT_FIRST);
  return LIST_SIZE_WITHOUT_FIRST;
}

function isList(type: GraphQLOutputType): boolean {
  return isNullableType(type) ? isListType(type) : isList((type as { ofType: GraphQLOutputType }).ofType);
}

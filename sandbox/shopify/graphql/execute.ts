import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
} from "graphql";
import type { Context } from "./context.ts";
import { costOf, SINGLE_QUERY_LIMIT, type Costing } from "./cost.ts";
import { shopifyError } from "./errors.ts";
import { mutations } from "./resolvers/mutations.ts";
import { queries } from "./resolvers/queries.ts";
import { adminSchema } from "./schema.ts";
import type { Throttle } from "./throttle.ts";

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}
export interface Answered {
  data?: unknown;
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** One call of the Admin API: parsed, validated, weighed, executed; its points are charged before and corrected after. */
export async function answerOperation(operation: Operation, context: Context, throttle: Throttle): Promise<Answered> {
  const parsed = parseAndValidate(operation.query);
  if ("errors" in parsed) return parsed;
  const ast = getOperationAST(parsed.document, operation.operationName);
  if (!ast) return { errors: [{ message: "An operation name is required" }] };
  const schema = adminSchema();
  const variables = operation.variables ?? {};
  const costing: Costing = { schema, fragments: fragmentsOf(parsed.document), variables };
  const requested = costOf(costing, ast);
  const { domain, plan } = context.shop;
  const report = (actual: number | null) => ({
    cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: throttle.status(domain, plan) },
  });
  if (requested > SINGLE_QUERY_LIMIT) return { errors: [tooExpensive(requested)], extensions: report(null) };
  if (!throttle.take(domain, plan, requested)) return { errors: [throttled()], extensions: report(null) };

  const rootValue = ast.operation === "mutation" ? mutations : queries;
  const result = await execute({
    schema,
    document: parsed.document,
    rootValue,
    contextValue: context,
    variableValues: variables,
    operationName: operation.operationName ?? null,
  });
  const actual = result.data ? costOf(costing, ast, result.data) : requested;
  throttle.giveBack(domain, plan, Math.max(0, requested - actual));
  const errors = result.errors?.map(shopifyError);
  // Without data nothing was executed: Shopify leaves the key out for requests that fail their variables.
  return { ...(result.data === undefined ? {} : { data: result.data }), ...(errors ? { errors } : {}), extensions: report(actual) };
}

type Parsed = { document: DocumentNode } | { errors: GraphQLFormattedError[] };

// An app sends the same few operations over and over; judging one takes longer than executing it.
const judged = new Map<string, Parsed>();
const JUDGED_KEPT = 500;

function parseAndValidate(query: string): Parsed {
  const known = judged.get(query);
  if (known) return known;
  const verdict = judge(query);
  if (judged.size >= JUDGED_KEPT) judged.clear();
  judged.set(query, verdict);
  return verdict;
}

function judge(query: string): Parsed {
  try {
    const document = parse(query);
    const errors = validate(adminSchema(), document);
    return errors.length > 0 ? { errors: errors.map(shopifyError) } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [shopifyError(error)] };
    throw error;
  }
}

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));

export const throttled = (): GraphQLFormattedError => ({
  message: "Throttled",
  extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
});

const tooExpensive = (cost: number): GraphQLFormattedError => ({
  message: `Query cost is ${cost}, which exceeds the single query max cost limit (${SINGLE_QUERY_LIMIT}).`,
  extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: SINGLE_QUERY_LIMIT, documentation: "https://shopify.dev/api/usage/rate-limits" },
});

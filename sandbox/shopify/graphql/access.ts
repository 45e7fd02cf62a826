import { GraphQLError, getNamedType, type GraphQLResolveInfo } from "graphql";
import type { Context } from "./context.ts";

export interface ScopeItem {
  type: "type" | "field";
  typeName: string;
  fieldName?: string;
  requiredAccess: string;
  offlineScopes: string[];
}
interface Rule {
  requiredAccess: string;
  scopes: string[];
}
export type AccessRules = Map<string, Rule>;

// Where Shopify's text asks for more kinds of scope than its list names, or where it names none and the reference does.
const completed: Record<string, Rule> = {
  DeliveryCarrierService: {
    requiredAccess:
      "Any of `orders` or `shipping` access scopes, `read_markets` access scope or `manage_delivery_settings` user permission.",
    scopes: ["read_orders", "read_shipping", "read_markets"],
  },
  "Mutation.fulfillmentCancel": {
    requiredAccess: "`write_merchant_managed_fulfillment_orders` access scope.",
    scopes: ["write_assigned_fulfillment_orders", "write_merchant_managed_fulfillment_orders", "write_third_party_fulfillment_orders"],
  },
};

export function readAccessRules(items: ScopeItem[]): AccessRules {
  const rules: AccessRules = new Map();
  for (const item of items) {
    if (item.offlineScopes.length === 0) continue;
    const key = item.type === "field" ? `${item.typeName}.${item.fieldName}` : item.typeName;
    rules.set(key, { requiredAccess: item.requiredAccess, scopes: item.offlineScopes });
  }
  for (const [key, rule] of Object.entries(completed)) rules.set(key, rule);
  return rules;
}

/** Refuses a field, or a field of a type, for which the token has no scope. */
export function checkAccess(rules: AccessRules, context: Context, info: GraphQLResolveInfo): void {
  const field = rules.get(`${info.parentType.name}.${info.fieldName}`);
  if (field) demand(field, context, info);
  // A payload's record follows the mutation's own rule, a connection's records were asked for with the connection.
  if (/(Payload|Connection|Edge)$/.test(info.parentType.name)) return;
  const type = rules.get(getNamedType(info.returnType).name.replace(/Connection$/, ""));
  if (type) demand(type, context, info);
}

function demand(rule: Rule, context: Context, info: GraphQLResolveInfo): void {
  if (rule.scopes.some((scope) => context.scopes.has(scope))) return;
  throw accessDenied(info.fieldName, rule.requiredAccess);
}

export const accessDenied = (what: string, requiredAccess: string): GraphQLError =>
  new GraphQLError(`Access denied for ${what} field. Required access: ${requiredAccess}`, {
    extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes", requiredAccess },
  });

/** For mutations whose need follows from the record they change (metafieldsSet, tagsAdd). */
export function requireScope(context: Context, scope: string, what: string): void {
  if (!context.scopes.has(scope)) throw accessDenied(what, `\`${scope}\` access scope.`);
}

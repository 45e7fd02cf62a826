import { GraphQLError } from "graphql";
import { financialStatus, fulfillmentStatus } from "../../domain/payment.ts";
import type { Order } from "../../domain/order-state.ts";

type Test = (order: Order) => boolean;
const term = /(-?)(\w+):(<=|>=|<|>)?(?:'([^']*)'|"([^"]*)"|(\S+))/g;

/** Shopify's search syntax as far as an app reads orders by it; an unknown filter is an error here, where Shopify would only warn. */
export function orderTest(query: string | null | undefined, now: Date): Test {
  const text = (query ?? "").trim();
  const rest = text
    .replace(term, "")
    .replace(/\bAND\b/g, "")
    .trim();
  if (rest) throw new GraphQLError(`The sandbox doesn't play the search "${rest}"`, { extensions: { code: "SANDBOX_NOT_PLAYED" } });
  const tests = [...text.matchAll(term)].map(([, not, field = "", comparator = "", ...values]) => {
    const test = testOf(field, comparator, values.find((value) => value !== undefined) ?? "", now);
    return not ? (order: Order) => !test(order) : test;
  });
  return (order) => tests.every((test) => test(order));
}

function testOf(field: string, comparator: string, value: string, now: Date): Test {
  switch (field) {
    case "updated_at":
      return (order) => compare(Date.parse(order.updatedAt), comparator, Date.parse(value));
    case "created_at":
    case "processed_at":
      return (order) => compare(Date.parse(order.createdAt), comparator, Date.parse(value));
    case "id":
      return (order) => compare(order.id, comparator, Number(value));
    case "name":
      return (order) => String(order.number) === value.replace("#", "");
    case "email":
      return (order) => order.email === value;
    case "tag":
      return (order) => order.tags.includes(value);
    case "financial_status":
      return (order) => financialStatus(order, now).toLowerCase() === value;
    case "fulfillment_status":
      return (order) => fulfillmentStatus(order).toLowerCase() === value;
    case "status":
      return (order) => value === "any" || (value === "cancelled") === (order.cancelledAt !== null);
    default:
      throw new GraphQLError(`The sandbox doesn't play the filter "${field}"`, { extensions: { code: "SANDBOX_NOT_PLAYED" } });
  }
}

function compare(left: number, comparator: string, right: number): boolean {
  if (Number.isNaN(right)) throw new GraphQLError("A filter's value can't be read");
  if (comparator === ">") return left > right;
  if (comparator === ">=") return left >= right;
  if (comparator === "<") return left < right;
  if (comparator === "<=") return left <= right;
  return left === right;
}

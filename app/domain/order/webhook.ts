import { z } from "zod";

const orderGid = z.string().regex(/^gid:\/\/shopify\/Order\/\d+$/);
const order = z.object({ admin_graphql_api_id: orderGid }).transform((body) => body.admin_graphql_api_id);
// Not `int()`, which refuses what is above 2^53.
const orderId = z.number().positive().multipleOf(1);
const object = z.record(z.string(), z.unknown());
const ofOrder = z.object({ order_id: orderId }).transform((body) => body.order_id);

/** A return that does not name its order: whoever reads it at Shopify learns which it is. */
const ofReturn = z
  .object({ admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Return\/\d+$/) })
  .transform((body) => body.admin_graphql_api_id);
const returnsOrder = z.object({ order }).transform((body) => body.order);

/**
 * Where a topic's body names its order: by GID, or by a number alone. By Shopify's samples (shopify.dev/docs/api/webhooks) `returns/approve` has the whole
 * order's GID, `returns/{cancel,close,reopen}` an `order_id`, and `returns/update` neither: the return's GID and what has changed. Each of them is
 * taken however it names what it is about.
 */
const SUBJECTS: Record<string, z.ZodType<string | number>> = {
  ORDERS_CREATE: order,
  ORDERS_PAID: order,
  ORDERS_UPDATED: order,
  ORDERS_CANCELLED: order,
  ORDERS_EDITED: z.object({ order_edit: z.object({ order_id: orderId }) }).transform((body) => body.order_edit.order_id),
  REFUNDS_CREATE: ofOrder,
  RETURNS_APPROVE: z.union([returnsOrder, ofReturn]),
  FULFILLMENT_EVENTS_CREATE: ofOrder,
  RETURNS_CLOSE: z.union([ofOrder, returnsOrder, ofReturn]),
  RETURNS_CANCEL: z.union([ofOrder, returnsOrder, ofReturn]),
  RETURNS_REOPEN: z.union([ofOrder, returnsOrder, ofReturn]),
  RETURNS_UPDATE: z.union([returnsOrder, ofOrder, ofReturn]),
};

const orderIds = z.array(z.union([orderId, z.string().regex(/^\d+$/)])).default([]);
/** What a compliance topic asks for; only that of the body is kept until it is done. */
const COMPLIANCE: Record<string, z.ZodType> = {
  CUSTOMERS_DATA_REQUEST: z.object({ orders_requested: orderIds }),
  CUSTOMERS_REDACT: z.object({ orders_to_redact: orderIds }),
  SHOP_REDACT: z.object({}),
};
/** Nothing in the body matters. */
const BARE = new Set([
  "APP_UNINSTALLED",
  "LOCATIONS_CREATE",
  "LOCATIONS_UPDATE",
  "LOCATIONS_DELETE",
  "LOCATIONS_ACTIVATE",
  "LOCATIONS_DEACTIVATE",
]);

/** Every topic that shopify.app.toml subscribes to; no other is taken. */
export const TOPICS: readonly string[] = [...Object.keys(SUBJECTS), ...Object.keys(COMPLIANCE), ...BARE];

/** `subjectGid`: of the order, or of the return whose order is to be asked for. */
export type ReadWebhook = { topic: string; subjectGid: string | null; payload: unknown };

/** What we keep of a webhook's body: the order's id, or what a compliance topic asks for. Null: not a body of its topic, or no topic of ours. */
export function readWebhook(topic: string, rawBody: string): ReadWebhook | null {
  const body = parseJson(rawBody);
  const subject = own(SUBJECTS, topic)?.safeParse(body);
  if (subject) return subject.success ? { topic, subjectGid: gidOf(subject.data, rawBody), payload: null } : null;
  const request = own(COMPLIANCE, topic)?.safeParse(body);
  if (request) return request.success ? { topic, subjectGid: null, payload: request.data } : null;
  return BARE.has(topic) && object.safeParse(body).success ? { topic, subjectGid: null, payload: null } : null;
}

/** A topic comes from outside: "constructor" is none. */
const own = <T>(table: Record<string, T>, topic: string): T | undefined => (Object.hasOwn(table, topic) ? table[topic] : undefined);

/** A number above 2^53 has lost digits when it was parsed: they are read from the text, where every order_id of one body is the same order's. */
function gidOf(subject: string | number, rawBody: string): string {
  if (typeof subject !== "number") return subject;
  const digits = Number.isSafeInteger(subject) ? String(subject) : /"order_id"\s*:\s*(\d+)/.exec(rawBody)?.[1];
  return `gid://shopify/Order/${digits}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

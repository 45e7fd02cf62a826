import { z } from "zod";

const COMPLIANCE = new Set(["CUSTOMERS_DATA_REQUEST", "CUSTOMERS_REDACT", "SHOP_REDACT"]);

const orderGid = z.string().regex(/^gid:\/\/shopify\/Order\/\d+$/);
const order = z.object({ admin_graphql_api_id: orderGid }).transform((body) => body.admin_graphql_api_id);
// Not `int()`, which refuses what is above 2^53.
const orderId = z.number().positive().multipleOf(1);
const object = z.record(z.string(), z.unknown());

/** Where a topic's body names its order: by GID, or by a number alone. */
const SUBJECTS: Record<string, z.ZodType<string | number>> = {
  ORDERS_EDITED: z.object({ order_edit: z.object({ order_id: orderId }) }).transform((body) => body.order_edit.order_id),
  REFUNDS_CREATE: z.object({ order_id: orderId }).transform((body) => body.order_id),
  RETURNS_APPROVE: z.object({ order }).transform((body) => body.order),
  RETURNS_CLOSE: z.object({ order_id: orderId }).transform((body) => body.order_id),
};

export type ReadWebhook = { topic: string; subjectGid: string | null; payload: unknown };

/** What we keep of a webhook's body: the order's id, or the whole of a compliance topic. Null when the body is not of its topic. */
export function readWebhook(topic: string, rawBody: string): ReadWebhook | null {
  const body = parseJson(rawBody);
  const subject = SUBJECTS[topic] ?? (topic.startsWith("ORDERS_") ? order : null);
  if (subject) {
    const read = subject.safeParse(body);
    return read.success ? { topic, subjectGid: gidOf(read.data, rawBody), payload: null } : null;
  }
  if (!object.safeParse(body).success) return null;
  return { topic, subjectGid: null, payload: COMPLIANCE.has(topic) ? body : null };
}

/** A number above 2^53 has lost digits when it was parsed: they are read from the text, where every order_id of one body is the same order's. */
function gidOf(subject: string | number, rawBody: string): string {
  if (typeof subject === "string") return subject;
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

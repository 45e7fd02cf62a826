import { z } from "zod";

const COMPLIANCE = new Set(["CUSTOMERS_DATA_REQUEST", "CUSTOMERS_REDACT", "SHOP_REDACT"]);

const order = z.object({ admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Order\/\d+$/) });
const object = z.record(z.string(), z.unknown());

export type ReadWebhook = { topic: string; subjectGid: string | null; payload: unknown };

/** What we keep of a webhook's body: the order's id, or the whole of a compliance topic. Null when the body is not of its topic. */
export function readWebhook(topic: string, rawBody: string): ReadWebhook | null {
  const body = parseJson(rawBody);
  if (topic.startsWith("ORDERS_")) {
    const read = order.safeParse(body);
    return read.success ? { topic, subjectGid: read.data.admin_graphql_api_id, payload: null } : null;
  }
  if (!object.safeParse(body).success) return null;
  return { topic, subjectGid: null, payload: COMPLIANCE.has(topic) ? body : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { PermanentFailure, TransientFailure } from "~/ports/failures";
import { OPERATIONS, type OperationName } from "./operations";

/** Sends one operation with a shop's own token; the library's client, handed in by the composition. */
export type SendGraphql = (domain: string, operation: string, variables: Record<string, unknown>) => Promise<{ data?: unknown; errors?: unknown }>;

type UserErrors = { userErrors?: { field?: string[] | null; message: string }[] };

/** One operation: its data, or a failure that says who must act. `what` is the field whose userErrors count. */
export async function call<T>(send: SendGraphql, domain: string, name: OperationName, variables: Record<string, unknown>): Promise<T> {
  let answer: Awaited<ReturnType<SendGraphql>>;
  try {
    answer = await send(domain, OPERATIONS[name], variables);
  } catch (error) {
    throw asFailure(error, name);
  }
  if (answer.errors) throw asFailure(answer.errors, name);
  for (const payload of Object.values((answer.data ?? {}) as Record<string, UserErrors | null>)) {
    const [first] = payload?.userErrors ?? [];
    if (first) throw new PermanentFailure("shopify_refused", { operation: name, reason: first.message });
  }
  return answer.data as T;
}

/** Throttling, 5xx, lost connections and expired tokens pass; a refused operation is our bug and stays one. */
function asFailure(error: unknown, name: string): unknown {
  const text = describe(error);
  if (/THROTTLED|Throttled|ECONN|EPIPE|ETIMEDOUT|fetch failed|socket hang up|network|terminated|\b(?:401|429|5\d\d)\b|invalid json/i.test(text)) return new TransientFailure(`Shopify ${name}: ${text.slice(0, 200)}`);
  return error instanceof Error ? error : new Error(`Shopify ${name}: ${text.slice(0, 500)}`);
}

function describe(error: unknown): string {
  if (error instanceof Response) return `HTTP ${error.status}`;
  const cause = error instanceof Error && error.cause ? ` ${String(error.cause)}` : "";
  const details = typeof error === "object" && error !== null ? JSON.stringify({ ...error, response: statusOf(error) }) : "";
  return `${error instanceof Error ? `${error.name}: ${error.message}` : ""}${cause} ${details}`;
}

const statusOf = (error: object): unknown => ("response" in error ? (error.response as { code?: number; status?: number } | undefined)?.code : undefined);

import { PermanentFailure, TransientFailure } from "~/ports/failures";
import { OPERATIONS, type OperationName } from "./operations";

/** Sends one operation with a shop's own token; the library's client, handed in by the composition. */
export type SendGraphql = (
  domain: string,
  operation: string,
  variables: Record<string, unknown>,
) => Promise<{ data?: unknown; errors?: unknown }>;

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

const PASSING = new Set([
  "HttpRequestError",
  "HttpThrottlingError",
  "HttpInternalError",
  "HttpRetriableError",
  "HttpMaxRetriesError",
  "RetriableError",
]);

/** Throttling, 5xx, lost connections and run-out tokens pass; a refused operation is our bug and stays one. */
function asFailure(error: unknown, name: string): unknown {
  const text = error instanceof Error ? error.message : JSON.stringify(error);
  // The shop left and took its tokens along: trying again is in vain until it comes back.
  if (error instanceof Error && error.constructor.name === "SessionNotFoundError") return new PermanentFailure("shop_uninstalled");
  if (isPassing(error, text)) return new TransientFailure(`Shopify ${name}: ${text.slice(0, 200)}`);
  return error instanceof Error ? error : new Error(`Shopify ${name}: ${text.slice(0, 500)}`);
}

function isPassing(error: unknown, text: string): boolean {
  if (error instanceof Response) return isPassingStatus(error.status);
  if (typeof error !== "object" || error === null) return false;
  if (PASSING.has(error.constructor.name) || /fetch failed|socket hang up|ECONN|EPIPE|ETIMEDOUT|terminated|other side closed/i.test(text))
    return true;
  const { response, body } = error as { response?: { code?: number }; body?: unknown };
  return isPassingStatus(response?.code ?? 0) || JSON.stringify(body ?? error).includes('"THROTTLED"');
}

/** 401: the token ran out between being read and being used; the next try refreshes it. */
const isPassingStatus = (status: number): boolean => status === 401 || status === 429 || status >= 500;

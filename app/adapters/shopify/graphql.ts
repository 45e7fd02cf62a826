import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Urgency } from "~/ports/shopify-admin";
import { accessDeniedIn } from "./denied";
import { OPERATIONS, type OperationName } from "./operations";
import type { Cost, PointsBudget } from "./points";

/** Sends one operation with a shop's own token; the library's client, handed in by the composition. */
export type SendGraphql = (domain: string, operation: string, variables: Record<string, unknown>) => Promise<Answer>;
type Answer = { data?: unknown; errors?: unknown; extensions?: unknown };

export type Line = { send: SendGraphql; points: PointsBudget; domain: string; urgency: Urgency };

type UserErrors = { userErrors?: { field?: string[] | null; message: string }[] };

/** Others spend from the same bucket (another process, another tab): this often a refusal for want of points is waited out here. */
const MOST_REFUSALS = 5;

/** One operation: its data, or a failure that says who must act. `what` is the field whose userErrors count. */
export async function call<T>(line: Line, name: OperationName, variables: Record<string, unknown>): Promise<T> {
  const answer = await sendWithinBudget(line, name, variables);
  if (answer.errors) throw asFailure(answer.errors, name);
  for (const payload of Object.values((answer.data ?? {}) as Record<string, UserErrors | null>)) {
    const [first] = payload?.userErrors ?? [];
    if (first) throw new PermanentFailure("shopify_refused", { operation: name, reason: first.message });
  }
  return answer.data as T;
}

async function sendWithinBudget({ send, points, domain, urgency }: Line, name: OperationName, variables: object): Promise<Answer> {
  for (let refusals = 0; ; refusals++) {
    await points.take({ domain, operation: name, urgency });
    try {
      const answer = await send(domain, OPERATIONS[name], { ...variables });
      const cost = costIn(answer);
      if (cost) points.learn({ domain, operation: name }, cost);
      return answer;
    } catch (error) {
      const cost = isThrottled(error) && costIn((error as { body?: unknown }).body);
      if (!cost || refusals === MOST_REFUSALS) throw asFailure(error, name);
      points.learn({ domain, operation: name }, cost);
    }
  }
}

const costIn = (answer: unknown): Cost | undefined => (answer as { extensions?: { cost?: Cost } } | null)?.extensions?.cost;

const isThrottled = (error: unknown): boolean =>
  typeof error === "object" && error !== null && JSON.stringify((error as { body?: unknown }).body ?? error).includes('"THROTTLED"');

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
  const denied = accessDeniedIn(error);
  if (denied) return denied;
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
  const { response } = error as { response?: { code?: number } };
  return isPassingStatus(response?.code ?? 0) || isThrottled(error);
}

/** 401: the token ran out between being read and being used; the next try refreshes it. */
const isPassingStatus = (status: number): boolean => status === 401 || status === 429 || status >= 500;

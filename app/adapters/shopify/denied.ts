import { PermanentFailure } from "~/ports/failures";
import type { EditRefusal } from "~/ports/shopify-admin";

type Refused = { message: string; extensions?: { code?: string } };
type Answered = { body?: { errors?: { graphQLErrors?: Refused[] } } };

/** The token lacks a scope. The message is Shopify's own; `fields`: what it did not give for it, as Shopify names it. */
export class AccessDenied extends Error {
  override name = "AccessDenied";
  constructor(
    message: string,
    readonly fields: string[],
  ) {
    super(message);
  }
}

/** Null: it failed for another reason. The library hides Shopify's words in the answer's body. */
export function accessDeniedIn(error: unknown): AccessDenied | null {
  const all = Array.isArray(error) ? (error as Refused[]) : ((error as Answered | null)?.body?.errors?.graphQLErrors ?? []);
  const denied = all.filter(({ extensions }) => extensions?.code === "ACCESS_DENIED");
  const [first] = denied;
  if (!first) return null;
  const fields = denied.flatMap(({ message }) => /Access denied for (\w+) field/.exec(message)?.[1] ?? []);
  return new AccessDenied(first.message, fields);
}

/** Shopify's words where the scope was not granted: an error of the whole operation. */
export function deniedIn(error: unknown): string | null {
  const denied = accessDeniedIn(error) ?? error;
  return denied instanceof Error && /access.denied/i.test(denied.message) ? denied.message : null;
}

/** What is an answer of Shopify's and no trouble: a scope that was not granted, or a refusal in its own words. Null: anything else. */
export function refusalIn(error: unknown): EditRefusal | null {
  const denied = deniedIn(error);
  if (denied) return { state: "no_scope", reason: denied };
  if (!(error instanceof PermanentFailure) || error.code !== "shopify_refused") return null;
  return { state: "refused", reason: String(error.params.reason) };
}

export async function orRefusal<T>(work: () => Promise<T>): Promise<T | EditRefusal> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) return refusal;
    throw error;
  }
}

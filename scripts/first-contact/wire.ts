import { OPERATIONS } from "~/adapters/shopify/operations";
import { pointsBudget, type Cost } from "~/adapters/shopify/points";
import { Explained } from "../progress.mjs";
import { FIRST_CONTACT_OPERATIONS } from "./operations.ts";

const API_VERSION = "2026-10";
const MOST_REFUSALS = 10;
const ALL = { ...OPERATIONS, ...prefixed() };
type Name = keyof typeof ALL;

/** Both sets have a Shop: this command's operations are called `first:…`. */
function prefixed() {
  const entries = Object.entries(FIRST_CONTACT_OPERATIONS).map(([name, text]) => [`first:${name}`, text]);
  return Object.fromEntries(entries) as { [K in keyof typeof FIRST_CONTACT_OPERATIONS as `first:${K}`]: string };
}

export type RawAnswer = { status: number; headers: Headers; body: { data?: unknown; errors?: unknown; extensions?: unknown }; ms: number };

/** The Admin API without the library in between: its headers, costs and errors are what we came for. */
export type Wire = {
  domain: string;
  raw: (name: Name, variables?: Record<string, unknown>) => Promise<RawAnswer>;
  /** The data; throws when there are errors. */
  data: <T>(name: Name, variables?: Record<string, unknown>) => Promise<T>;
};

export function wireTo(domain: string, baseUrl: string | undefined, accessToken: () => Promise<string>): Wire {
  const origin = baseUrl ? `${baseUrl.replace(/\/+$/, "")}/shops/${domain}` : `https://${domain}`;
  const points = pointsBudget();
  const send: Wire["raw"] = async (name, variables = {}) => {
    const started = performance.now();
    const response = await fetch(`${origin}/admin/api/${API_VERSION}/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": await accessToken() },
      body: JSON.stringify({ query: ALL[name], variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: read(text), ms: Math.round(performance.now() - started) };
  };
  // The app spends from the same bucket, and its work comes first: a refusal for want of points says when they are back, and is waited out.
  const raw: Wire["raw"] = async (name, variables) => {
    for (let refusals = 0; ; refusals++) {
      await points.take({ domain, operation: name, urgency: "soon" });
      const answer = await send(name, variables);
      const { cost } = (answer.body.extensions ?? {}) as { cost?: Cost };
      if (cost) points.learn({ domain, operation: name }, cost);
      if (!JSON.stringify(answer.body.errors ?? "").includes('"THROTTLED"') || !cost || refusals === MOST_REFUSALS) return answer;
    }
  };
  return {
    domain,
    raw,
    async data<T>(name: Name, variables?: Record<string, unknown>) {
      const { status, body } = await raw(name, variables);
      if (status !== 200 || body.errors || !body.data)
        throw new Explained(`${name}: answer ${status} ${JSON.stringify(body.errors ?? "").slice(0, 500)}`);
      return body.data as T;
    },
  };
}

function read(text: string): RawAnswer["body"] {
  try {
    return JSON.parse(text) as RawAnswer["body"];
  } catch {
    return { errors: "no JSON" };
  }
}

import { json, hangUp, pause, type Answer, type Router, type SandboxRequest } from "../http.ts";
import type { Fault, Faults } from "../faults.ts";
import type { Core } from "./domain/core.ts";
import { type Context, impliedScopes } from "./graphql/context.ts";
import { orderNode } from "./graphql/resolvers/order.ts";
import { answerOperation, throttled, type Operation } from "./graphql/execute.ts";
import { createThrottle } from "./graphql/throttle.ts";
import type { OAuth } from "./oauth.ts";

const API_VERSION = "2026-10";
const FAULT_WAIT_MS = 1000;

/** `https://{shop}/admin/…` of every shop, reached as `/shops/{shop}/admin/…`. */
export function mountAdminApi(router: Router, parts: { core: Core; oauth: OAuth; faults: Faults }): void {
  const { core, oauth, faults } = parts;
  const throttle = createThrottle(core.world.realNow);

  async function answerGraphql(request: SandboxRequest): Promise<Answer> {
    const { shop: domain = "", version } = request.params;
    const shop = core.world.shop(domain);
    if (!shop || version !== API_VERSION) return json({ errors: "Not Found" }, 404);
    const token = oauth.open(domain, String(request.headers["x-shopify-access-token"] ?? ""));
    if (!token) return json({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" }, 401);
    const operation = request.json<Operation>();
    if (typeof operation.query !== "string") return json({ errors: { query: "Required parameter missing or invalid" } }, 400);
    const granted = token.scopes.filter((scope) => !shop.withheldScopes?.includes(scope));
    const context: Context = { core, shop, scopes: impliedScopes(granted), orderNode: (order) => orderNode(context, order) };
    return json(await answerOperation(operation, context, throttle));
  }

  const exchange = (request: SandboxRequest): Answer => {
    const answer = oauth.exchange(request.params.shop ?? "", bodyOf(request));
    return json(answer.body, answer.status);
  };

  router.on("POST", "/shops/:shop/admin/oauth/access_token", (request) => withFault(faults.take("shopify-api"), () => exchange(request)));
  router.on("POST", "/shops/:shop/admin/api/:version/graphql.json", (request) =>
    withFault(faults.takeFor(request.body.toString("utf8"), "shopify-api"), () => answerGraphql(request), refusedIn(request)),
  );
}

/** What a mutation is refused with, in words: as Shopify does it, beside a payload without the thing. */
const refusedIn =
  (request: SandboxRequest) =>
  (message: string): Answer => {
    const [, field = ""] = /\{\s*(\w+)/.exec(request.json<Operation>().query) ?? [];
    return json({ data: { [field]: { userErrors: [{ field: null, message }] } } });
  };

const isStatus = (code: string): boolean => /^\d{3}$/.test(code);

async function withFault(
  fault: Fault | undefined,
  answer: () => Answer | Promise<Answer>,
  refused?: (message: string) => Answer,
): Promise<Answer> {
  switch (fault?.kind) {
    case "down":
      return json({ errors: "Service Unavailable" }, 503);
    case "throttled":
      return json({ errors: [throttled()] });
    case "reject":
      if (refused && fault.code && !isStatus(fault.code)) return refused(fault.code);
      return json({ errors: "refused by the sandbox's fault" }, Number(fault.code ?? 400));
    case "slow":
      await pause(fault.ms ?? FAULT_WAIT_MS);
      return answer();
    case "timeout-after-accept":
      // The change is made, the answer never comes.
      await answer();
      await pause(fault.ms ?? FAULT_WAIT_MS);
      return hangUp();
    default:
      return answer();
  }
}

function bodyOf(request: SandboxRequest): Record<string, unknown> {
  const isForm = String(request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  return isForm ? Object.fromEntries(request.form()) : request.json<Record<string, unknown>>();
}

import { createFaults, type Faults } from "../../faults.ts";
import { createRouter, json, serve, text, type Answer, type SandboxRequest } from "../../http.ts";
import { createShopify, type ShopifyOptions, type ShopifyPart } from "../index.ts";

export const API_KEY = "bimcommerce-demo-key";
export const API_SECRET = "a secret for tests";
export const SHOP = "demo.myshopify.com";

export interface Received {
  topic: string;
  headers: SandboxRequest["headers"];
  body: string;
}
/** An app as the sandbox sees one: it exchanges its token when opened, records webhooks, answers rates. */
export interface App {
  url: string;
  received: Received[];
  /** Resolves as soon as that many webhooks were received. */
  waitFor(count: number): Promise<Received[]>;
  answerWebhook: (request: SandboxRequest) => Answer | Promise<Answer>;
  answerRates: (request: SandboxRequest) => Answer | Promise<Answer>;
}
export interface Box {
  base: string;
  app: App;
  faults: Faults;
  shopify: ShopifyPart;
  token: string;
  exchange(body: Record<string, unknown>, shop?: string): Promise<Response>;
  graphql(query: string, variables?: Record<string, unknown>, token?: string): Promise<GraphqlAnswer>;
  post<T = unknown>(path: string, body?: unknown): Promise<{ status: number; body: T }>;
  get<T = unknown>(path: string): Promise<{ status: number; body: T }>;
  close(): Promise<void>;
}
export interface GraphqlAnswer {
  status: number;
  data: unknown;
  errors: { message: string; extensions: Record<string, unknown> }[] | undefined;
  extensions: { cost: { requestedQueryCost: number; actualQueryCost: number; throttleStatus: { currentlyAvailable: number } } };
}

export async function openBox(options: Partial<ShopifyOptions> = {}): Promise<Box> {
  const faults = createFaults();
  const appServer = await startApp();
  const router = createRouter();
  const shopify = createShopify({
    faults,
    now: () => new Date(),
    appUrl: appServer.app.url,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    root: new URL("../../../", import.meta.url).pathname,
    firstRetryMs: 5,
    ...options,
  });
  shopify.mount(router);
  const server = await serve(router, 0);
  const base = `http://127.0.0.1:${server.port}`;

  const call = async <T>(path: string, init?: RequestInit) => {
    const answer = await fetch(base + path, init);
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const exchange: Box["exchange"] = (body, shop = SHOP) =>
    fetch(`${base}/shops/${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const granted = (await (await exchange(exchangeBody(shopify.parts.oauth.sessionToken(SHOP)))).json()) as { access_token: string };

  return {
    base,
    app: appServer.app,
    faults,
    shopify,
    token: granted.access_token,
    exchange,
    async graphql(query, variables = {}, token = granted.access_token) {
      const answer = await fetch(`${base}/shops/${SHOP}/admin/api/2026-10/graphql.json`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-shopify-access-token": token },
        body: JSON.stringify({ query, variables }),
      });
      return { status: answer.status, ...((await answer.json()) as Omit<GraphqlAnswer, "status">) };
    },
    post: <T>(path: string, body?: unknown) =>
      call<T>(path, { method: "POST", body: body === undefined ? undefined : JSON.stringify(body) }),
    get: <T>(path: string) => call<T>(path),
    async close() {
      await shopify.close();
      await server.close();
      await appServer.close();
    },
  };
}

export const exchangeBody = (sessionToken: string): Record<string, unknown> => ({
  client_id: API_KEY,
  client_secret: API_SECRET,
  grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
  subject_token: sessionToken,
  subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
  requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  expiring: "1",
});

async function startApp(): Promise<{ app: App; close(): Promise<void> }> {
  const waiting: { count: number; resolve(received: Received[]): void }[] = [];
  const app: App = {
    url: "",
    received: [],
    answerWebhook: () => text("ok"),
    answerRates: () => json({ rates: [] }),
    waitFor: (count) => new Promise((resolve) => (app.received.length >= count ? resolve(app.received) : waiting.push({ count, resolve }))),
  };
  const router = createRouter()
    .on("POST", "/webhooks/*topic", async (request) => {
      app.received.push({
        topic: String(request.headers["x-shopify-topic"]),
        headers: request.headers,
        body: request.body.toString("utf8"),
      });
      const answer = await app.answerWebhook(request);
      for (const one of waiting.filter(({ count }) => app.received.length >= count)) one.resolve(app.received);
      return answer;
    })
    .on("POST", "/rates", (request) => app.answerRates(request));
  const server = await serve(router, 0);
  app.url = `http://127.0.0.1:${server.port}`;
  return { app, close: server.close };
}

/** A valid `POST /sandbox/orders` body. */
export const anOrder = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  customer: { firstName: "Ana", lastName: "Ñandú", email: "ana@example.com", phone: "+593991234567" },
  shippingAddress: { address1: "Av. Amazonas N21", city: "Quito", countryCode: "EC", zip: "170143" },
  fiscalData: { idType: "cedula", idNumber: "1710034065", legalName: "Ana Ñandú" },
  lines: [{ title: "Café", sku: "C-1", quantity: 2, price: "12.90" }],
  payment: "card",
  ...changes,
});

import { createHmac, timingSafeEqual } from "node:crypto";
import "@shopify/shopify-app-remix/adapters/node";
import { LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { PrismaClient } from "@prisma/client";
import { frameAncestors, framedBy, imageSources } from "~/adapters/shopify/framing";
import { reroutedFetch } from "~/adapters/shopify/reroute";
import { sessionClient } from "./db.server";
import { env } from "./env.server";

const app = {
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.October26,
  scopes: env.SCOPES?.split(",").map((scope) => scope.trim()),
  logger: { level: LogSeverity.Warning },
};

/** Set by the composition, which stands on this module. */
let install: (shop: { domain: string }) => Promise<void>;
export const onInstall = (handler: typeof install) => {
  install = handler;
};

const shopify = shopifyApp({
  ...app,
  appUrl: env.APP_URL,
  distribution: AppDistribution.AppStore,
  sessionStorage: new PrismaSessionStorage(sessionClient as PrismaClient),
  hooks: { afterAuth: ({ session }) => install({ domain: session.shop }) },
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
});

// After the adapter above, whose import sets the global fetch.
if (env.SHOPIFY_BASE_URL) setAbstractFetchFunc(reroutedFetch(env.SHOPIFY_BASE_URL, fetch));

const ancestors = frameAncestors(env.ADMIN_ORIGIN);

/** Who is asking, from the session token. The library's own answers (bounce page, redirects) get our frame-ancestors, not its fixed ones. */
export const authenticate = { ...shopify.authenticate, admin: framedBy(ancestors, shopify.authenticate.admin) };
export const { unauthenticated, sessionStorage } = shopify;

/** What the frame in the admin has to know. */
export const adminFrame = { apiKey: env.SHOPIFY_API_KEY, appBridgeUrl: env.APP_BRIDGE_URL };

/** Lets the admin, and nobody else, show this document in a frame. */
export function addDocumentResponseHeaders(request: Request, headers: Headers): void {
  shopify.addDocumentResponseHeaders(request, headers);
  // The library preloads the vendor's App Bridge; where another is configured that request is wasted.
  if (env.APP_BRIDGE_URL) headers.delete("Link");
  headers.set("Content-Security-Policy", `${ancestors}; ${imageSources(env.MAP_TILES_URL)}`);
}

const { webhooks } = shopifyApi({ ...app, hostName: new URL(env.APP_URL).host, isEmbeddedApp: true });

/** Checks a webhook's HMAC and headers. Unlike `authenticate.webhook` it loads and refreshes no session: nothing but the body is needed. */
export const validateWebhook = (request: Request, rawBody: string) => webhooks.validate({ rawRequest: request, rawBody });

/** Carrier callbacks may be signed like webhooks: true when there is no signature or the right one. */
export function isSignedRequest(request: Request, rawBody: string): boolean {
  const given = request.headers.get("X-Shopify-Hmac-Sha256");
  if (given === null) return true;
  const right = createHmac("sha256", env.SHOPIFY_API_SECRET).update(rawBody, "utf8").digest();
  const received = Buffer.from(given, "base64");
  return received.length === right.length && timingSafeEqual(received, right);
}

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Token } from "./domain/state.ts";
import type { World } from "./domain/world.ts";

const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 90 * 86_400;
const SESSION_SECONDS = 60;
const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";

export interface OAuth {
  /** A session token as App Bridge gets it: 60 seconds, signed with the app's secret. */
  sessionToken(shop: string): string;
  /** Answers `POST /admin/oauth/access_token`. */
  exchange(shop: string, body: Record<string, unknown>): { status: number; body: Record<string, unknown> };
  /** The token's record, or null when it is unknown, expired or another shop's. */
  open(shop: string, accessToken: string): Token | null;
  revoke(shop: string): void;
}

export function createOAuth(parts: { world: World; apiKey: string; apiSecret: string; scopes: string[] }): OAuth {
  const { world, apiKey, apiSecret, scopes } = parts;
  const seconds = () => Math.floor(world.realNow().getTime() / 1000);
  const after = (duration: number) => new Date((seconds() + duration) * 1000).toISOString();
  const refuse = (error: string, description: string) => ({ status: 400, body: { error, error_description: description } });

  function grant(shop: string, isExpiring: boolean) {
    const accessToken = `shpat_${world.newToken(16)}`;
    const refreshToken = isExpiring ? `shprt_${world.newToken(16)}` : null;
    world.state.tokens[accessToken] = {
      shop,
      scopes,
      expiresAt: isExpiring ? after(ACCESS_SECONDS) : null,
      refreshToken,
      refreshExpiresAt: isExpiring ? after(REFRESH_SECONDS) : null,
    };
    world.changed();
    const expiring = { expires_in: ACCESS_SECONDS, refresh_token: refreshToken, refresh_token_expires_in: REFRESH_SECONDS };
    return { status: 200, body: { access_token: accessToken, scope: scopes.join(","), ...(isExpiring ? expiring : {}) } };
  }

  function exchangeSession(shop: string, body: Record<string, unknown>) {
    if (body.subject_token_type !== ID_TOKEN) return refuse("invalid_request", "subject_token_type must be an id_token");
    if (body.requested_token_type !== OFFLINE) return refuse("invalid_request", "the sandbox issues offline tokens only");
    const problem = problemOf(String(body.subject_token ?? ""), { shop, apiKey, apiSecret, now: seconds() });
    if (problem) return refuse("invalid_subject_token", problem);
    return grant(shop, String(body.expiring) === "1");
  }

  function refresh(shop: string, given: string) {
    const found = Object.entries(world.state.tokens).find(
      ([, token]) => token.shop === shop && token.refreshToken !== null && token.refreshToken === given,
    );
    if (!found) return refuse("invalid_grant", "the refresh token is unknown or was used");
    const [accessToken, token] = found;
    if (token.refreshExpiresAt !== null && token.refreshExpiresAt <= world.realNow().toISOString())
      return refuse("invalid_grant", "the refresh token has expired");
    // The old access token lives on until its hour is over; the refresh token is used up.
    world.state.tokens[accessToken] = { ...token, refreshToken: null };
    return grant(shop, true);
  }

  return {
    sessionToken(shop) {
      const now = seconds();
      const claims = {
        iss: `https://${shop}/admin`,
        dest: `https://${shop}`,
        aud: apiKey,
        sub: "42",
        exp: now + SESSION_SECONDS,
        nbf: now,
        iat: now,
        jti: world.newToken(16),
        sid: world.newToken(32),
      };
      return sign(claims, apiSecret);
    },
    exchange(shop, body) {
      if (!world.shop(shop)) return { status: 404, body: { error: "shop_not_found" } };
      if (body.client_id !== apiKey || body.client_secret !== apiSecret)
        return { status: 401, body: { error: "invalid_client", error_description: "unknown client_id or client_secret" } };
      if (body.grant_type === EXCHANGE) return exchangeSession(shop, body);
      if (body.grant_type === "refresh_token") return refresh(shop, String(body.refresh_token ?? ""));
      return refuse("unsupported_grant_type", "token exchange or refresh_token");
    },
    open(shop, accessToken) {
      const token = world.state.tokens[accessToken];
      if (!token || token.shop !== shop) return null;
      return token.expiresAt !== null && token.expiresAt <= world.realNow().toISOString() ? null : token;
    },
    revoke(shop) {
      for (const [accessToken, token] of Object.entries(world.state.tokens))
        if (token.shop === shop) delete world.state.tokens[accessToken];
      world.changed();
    },
  };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function sign(claims: Record<string, unknown>, secret: string): string {
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** What is wrong with a session token; null when nothing is. */
function problemOf(token: string, expected: { shop: string; apiKey: string; apiSecret: string; now: number }): string | null {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const right = createHmac("sha256", expected.apiSecret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (given.length !== right.length || !timingSafeEqual(given, right)) return "the signature is wrong";
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Record<string, unknown>;
  if (claims.aud !== expected.apiKey) return "the token is for another app";
  if (claims.dest !== `https://${expected.shop}`) return "the token is for another shop";
  if (Number(claims.exp) < expected.now) return "the token has expired";
  if (Number(claims.nbf) > expected.now + 10) return "the token is not valid yet";
  return null;
}

import { afterEach, expect, test } from "vitest";
import { exchangeBody, openBox, type Box } from "./testing/box.ts";

let box: Box;
afterEach(() => box.close());

test("a session token is exchanged for an expiring offline token, which is refreshed once", async () => {
  box = await openBox();
  const granted = (await (await box.exchange(exchangeBody(box.shopify.parts.oauth.sessionToken("demo.myshopify.com")))).json()) as Record<
    string,
    string
  >;
  expect(granted).toMatchObject({
    expires_in: 3600,
    refresh_token_expires_in: 7_776_000,
    scope: expect.stringContaining("write_orders") as string,
  });
  const refresh = {
    client_id: "bimcommerce-demo-key",
    client_secret: "a secret for tests",
    grant_type: "refresh_token",
    refresh_token: granted.refresh_token,
  };
  const renewed = (await (await box.exchange(refresh)).json()) as Record<string, string>;
  expect((await box.graphql("{ shop { name } }", {}, renewed.access_token)).data).toEqual({ shop: { name: "Tienda Andina" } });
  expect((await box.exchange(refresh)).status).toBe(400);
});

test("a token forged, too old, of another app or another shop is refused", async () => {
  let now = new Date();
  box = await openBox({ now: () => now });
  const session = box.shopify.parts.oauth.sessionToken("demo.myshopify.com");
  const error = async (body: Record<string, unknown>, shop?: string) =>
    ((await (await box.exchange(body, shop)).json()) as { error_description: string }).error_description;
  expect(await error(exchangeBody(`${session.slice(0, -2)}xx`))).toContain("signature");
  expect(await error(exchangeBody(session), "otra.myshopify.com")).toContain("another shop");
  expect((await box.exchange({ ...exchangeBody(session), client_secret: "wrong" })).status).toBe(401);
  now = new Date(now.getTime() + 61_000);
  expect(await error(exchangeBody(session))).toContain("expired");
});

test("an access token stops working after its hour", async () => {
  let now = new Date();
  box = await openBox({ now: () => now });
  expect((await box.graphql("{ shop { name } }")).status).toBe(200);
  now = new Date(now.getTime() + 3_601_000);
  expect((await box.graphql("{ shop { name } }")).status).toBe(401);
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { createRouter, html, serve } from "./http.ts";
import { startSandbox, type Sandbox, type SandboxOptions } from "./sandbox.ts";
import { anOrder, API_KEY, API_SECRET, exchangeBody } from "./shopify/testing/box.ts";

const root = new URL("../", import.meta.url).pathname;

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: "http://127.0.0.1:9",
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    root,
    journal: undefined,
    ...options,
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}
const post = (sandbox: Sandbox, path: string, body?: unknown) =>
  fetch(sandbox.url + path, { method: "POST", body: body === undefined ? undefined : JSON.stringify(body) });

/** An app that exchanges the session token it is opened with, as Shopify's library does. */
async function startApp(sandboxUrl: () => string): Promise<string> {
  const router = createRouter().on("GET", "/app", async ({ url, headers }) => {
    if (!/Chrome/.test(headers["user-agent"] ?? "")) return html("bots are not served", 410);
    const shop = url.searchParams.get("shop") ?? "";
    const body = JSON.stringify(exchangeBody(url.searchParams.get("id_token") ?? ""));
    const granted = await fetch(`${sandboxUrl()}/shops/${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return html("app", granted.status);
  });
  const server = await serve(router, 0);
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

test("it is healthy only when the app is installed in the demo shop, and says what is missing", async () => {
  const alone = await start();
  await expect
    .poll(async () => (await fetch(`${alone.url}/sandbox/health`)).json())
    .toMatchObject({ isReady: false, missing: [expect.stringContaining("doesn't answer")] });
  expect((await fetch(`${alone.url}/sandbox/health`)).status).toBe(503);
  let url = "";
  const appUrl = await startApp(() => url);
  const sandbox = await start({ appUrl });
  url = sandbox.url;
  await expect.poll(async () => (await fetch(`${url}/sandbox/health`)).status).toBe(200);
});

test("faults are set, shown and ended; a wrong one is refused by name", async () => {
  const sandbox = await start();
  expect((await post(sandbox, "/sandbox/faults", { part: "shopify-api", kind: "down", count: 1 })).status).toBe(200);
  expect((await post(sandbox, `/shops/demo.myshopify.com/admin/oauth/access_token`, {})).status).toBe(503);
  expect((await post(sandbox, `/shops/demo.myshopify.com/admin/oauth/access_token`, {})).status).toBe(401);
  const refused = await post(sandbox, "/sandbox/faults", { part: "moon", kind: "down" });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ path: "part" }] }]);
  await post(sandbox, "/sandbox/faults", { part: "smtp", kind: "slow" });
  await fetch(`${sandbox.url}/sandbox/faults`, { method: "DELETE" });
  expect(await (await fetch(`${sandbox.url}/sandbox/faults`)).json()).toEqual([]);
});

test("a reset goes back to the seed and leaves the app installed", async () => {
  const sandbox = await start();
  const { oauth } = sandbox.shopify.parts;
  const granted = oauth.exchange("demo.myshopify.com", exchangeBody(oauth.sessionToken("demo.myshopify.com"))).body as {
    access_token: string;
  };
  await post(sandbox, "/sandbox/orders", anOrder());
  await post(sandbox, "/sandbox/reset");
  expect(await (await fetch(`${sandbox.url}/sandbox/orders`)).json()).toEqual([]);
  expect(oauth.open("demo.myshopify.com", granted.access_token)).not.toBeNull();
  expect(await (await post(sandbox, "/sandbox/orders", anOrder())).json()).toMatchObject({ name: "#1001" });
});

test("the clock moves what the world writes down, not how long a token lives; a reset puts it back", async () => {
  const sandbox = await start();
  const { oauth } = sandbox.shopify.parts;
  const granted = oauth.exchange("demo.myshopify.com", exchangeBody(oauth.sessionToken("demo.myshopify.com"))).body;
  await post(sandbox, "/sandbox/clock", { set: "2031-05-05T05:05:00-05:00" });
  await post(sandbox, "/sandbox/orders", anOrder());
  const [order] = (await (await fetch(`${sandbox.url}/sandbox/orders`)).json()) as { createdAt: string }[];
  expect(order?.createdAt).toMatch(/^2031-05-05T10:05:/);
  expect(oauth.open("demo.myshopify.com", String(granted.access_token))).not.toBeNull();
  await post(sandbox, "/sandbox/reset");
  expect(Math.abs(sandbox.clock.now().getTime() - Date.now())).toBeLessThan(5_000);
});

test("a restarted sandbox knows its orders", async () => {
  const journal = mkdtempSync(join(tmpdir(), "sandbox-"));
  onTestFinished(() => rmSync(journal, { recursive: true }));
  const first = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: "http://127.0.0.1:9",
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    root,
    journal,
  });
  const placed = (await (await post(first, "/sandbox/orders", anOrder())).json()) as { id: string };
  await first.close();
  const second = await start({ journal });
  expect(await (await fetch(`${second.url}/sandbox/orders/1001`)).json()).toMatchObject({ id: placed.id, total: "29.67" });
});

import { join } from "node:path";
import { createClock, mountClock, type Clock } from "./clock/index.ts";
import { createFaults, parseFault, type Faults } from "./faults.ts";
import { createRouter, invalid, json, noContent, serve, type Router } from "./http.ts";
import { createInbox, type Inbox } from "./inbox/index.ts";
import type { SandboxSettings } from "./settings.ts";
import { createShopify, type ShopifyPart } from "./shopify/index.ts";
import { createSri, type Sri } from "./tax-authorities/ec-sri/index.ts";

export interface SandboxOptions extends SandboxSettings {
  now?: () => Date;
  cacheRates?: boolean;
  firstRetryMs?: number;
}
export interface Sandbox {
  url: string;
  port: number;
  smtpPort: number;
  clock: Clock;
  faults: Faults;
  shopify: ShopifyPart;
  inbox: Inbox;
  sri: Sri;
  close(): Promise<void>;
}

/** Starts everybody the app talks to: Shopify, SRI and the mailboxes, behind one port. Port 0 takes any free one. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const faults = createFaults();
  const file = (name: string) => options.journal && join(options.journal, name);
  const clock = createClock({ realNow: options.now ?? (() => new Date()), journal: file("clock.jsonl") });
  const { now, realNow } = clock;
  const shopify = createShopify({ ...options, faults, now, realNow });
  const sri = createSri({ faults, now, journal: file("ec-sri.jsonl") });
  const inbox = createInbox({ faults, now, smtpPort: options.smtpPort, journal: file("inbox.jsonl") });
  const router = createRouter();
  mountControl(router, { clock, faults, shopify, sri, inbox });
  mountClock(router, clock);
  sri.mount(router);
  sri.mount(under("/tax-authorities/ec-sri", router));
  inbox.mount(router);
  shopify.mount(router);

  const { smtpPort } = await inbox.start();
  const server = await serve(router, options.port);
  shopify.start();
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    smtpPort,
    clock,
    faults,
    shopify,
    inbox,
    sri,
    async close() {
      await server.close();
      await Promise.all([shopify.close(), inbox.close()]);
    },
  };
}

function mountControl(router: Router, parts: Pick<Sandbox, "clock" | "faults" | "shopify" | "sri" | "inbox">): void {
  const { clock, faults, shopify, sri, inbox } = parts;
  router.on("GET", "/sandbox/health", () => {
    const missing = shopify.missing();
    return json({ isReady: missing.length === 0, missing }, missing.length === 0 ? 200 : 503);
  });
  router.on("GET", "/sandbox/faults", () => json(faults.list()));
  router.on("POST", "/sandbox/faults", (request) => {
    const parsed = parseFault(request.json());
    if ("errors" in parsed) return invalid(parsed.errors);
    faults.add(parsed.fault);
    return json(parsed.fault);
  });
  router.on("DELETE", "/sandbox/faults", () => {
    faults.clear();
    return noContent();
  });
  router.on("POST", "/sandbox/reset", async () => {
    await clock.moveTo(0);
    faults.clear();
    shopify.reset();
    sri.reset();
    inbox.reset();
    return noContent();
  });
}

/** The same addresses behind a prefix, so that one port can play more than one authority. */
function under(prefix: string, router: Router): Router {
  const prefixed: Router = {
    on(method, path, handler) {
      router.on(method, prefix + path, handler);
      return prefixed;
    },
    handle: (request, response) => router.handle(request, response),
  };
  return prefixed;
}

import { join } from "node:path";
import type { Faults } from "../faults.ts";
import type { Router } from "../http.ts";
import { mountAdmin } from "./admin/index.ts";
import { mountAdminApi } from "./admin-api.ts";
import { readAppConfig } from "./app-config.ts";
import { createCarrierRates } from "./carrier-rates.ts";
import { mountOrderControl } from "./control/orders.ts";
import { mountLocationControl } from "./control/locations.ts";
import { mountShopControl } from "./control/shops.ts";
import { mountWebhookControl } from "./control/webhooks.ts";
import { createDeliveryOptions } from "./delivery-options.ts";
import type { Core } from "./domain/core.ts";
import { DEMO_SHOP } from "./domain/seed.ts";
import type { State } from "./domain/state.ts";
import { createWorld } from "./domain/world.ts";
import { createInstaller } from "./install.ts";
import { createOAuth } from "./oauth.ts";
import { mountAssets } from "./pages/assets.ts";
import type { Shopify } from "./parts.ts";
import { openSnapshot } from "./snapshot.ts";
import { mountStore } from "./store/index.ts";
import { createEmitter, type Emitter } from "./webhooks/emit.ts";
import { createSender, type Delivery } from "./webhooks/sender.ts";

export interface ShopifyOptions {
  faults: Faults;
  now: () => Date;
  /** For tokens, throttling and the wire, which no moved clock touches; unset: `now`. */
  realNow?: () => Date;
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /** The project's root, with `shopify.app.toml` and the built extensions. */
  root: string;
  /** Folder that keeps orders and webhooks over a restart. */
  journal?: string;
  cacheRates?: boolean;
  firstRetryMs?: number;
}
export interface ShopifyPart {
  mount(router: Router): void;
  /** Opens the app in the demo shop until it is installed. */
  start(): void;
  close(): Promise<void>;
  reset(): void;
  /** What is missing before the demo can be shown; empty when nothing is. */
  missing(): string[];
  parts: Shopify;
}

/** Shopify in a box: shops, Admin API, checkout, webhooks and carrier rates, over Shopify's own protocols. */
export function createShopify(options: ShopifyOptions): ShopifyPart {
  const { faults, now, realNow = now, appUrl, apiKey, apiSecret, root } = options;
  const config = readAppConfig(join(root, "shopify.app.toml"));
  const states = openSnapshot<State>(options.journal, "shopify.json");
  const sent = openSnapshot<Delivery[]>(options.journal, "webhooks.json");
  const world = createWorld({ now, realNow, saved: states.saved, onChange: states.keep });
  const sender = createSender({
    secret: apiSecret,
    now: realNow,
    faults,
    saved: sent.saved ?? [],
    onChange: sent.keep,
    firstRetryMs: options.firstRetryMs,
  });
  const emitter: Emitter = createEmitter({ world, config, sender, appUrl });
  const core: Core = { world, config, emit: (shop, order, ...topics) => topics.flatMap((topic) => emitter.order(shop, order, topic)) };
  const oauth = createOAuth({ world, apiKey, apiSecret, scopes: config.scopes });
  const installer = createInstaller({ appUrl, oauth, world });
  const carriers = createCarrierRates({ secret: apiSecret, now: realNow, faults, cache: options.cacheRates });
  const rates = createDeliveryOptions(carriers, config);
  const parts: Shopify = { core, oauth, rates, sender, emitter, installer, appUrl, apiKey, demoShop: DEMO_SHOP, root };
  const missing = () =>
    installer.isInstalled(DEMO_SHOP)
      ? []
      : [`the app is not installed in ${DEMO_SHOP}: ${installer.problem(DEMO_SHOP) ?? "not tried yet"}`];
  return {
    parts,
    mount(router) {
      mountAdminApi(router, { core, oauth, faults });
      mountOrderControl(router, parts);
      mountShopControl(router, parts);
      mountLocationControl(router, parts);
      mountWebhookControl(router, parts);
      mountAssets(router);
      mountAdmin(router, parts);
      mountStore(router, parts, missing);
    },
    start: () => installer.install(DEMO_SHOP),
    async close() {
      installer.close();
      sender.close();
      await Promise.all([states.flush(), sent.flush()]);
    },
    reset() {
      sender.clear();
      rates.reset();
      world.reset();
    },
    missing,
  };
}

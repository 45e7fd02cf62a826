import { readFileSync } from "node:fs";
import { inProject } from "../../root.ts";
import type { Finding, Probe } from "../probe.ts";

const API_VERSION = "2026-10";

type ShopAnswer = {
  shop: {
    name: string;
    email: string;
    contactEmail: string;
    shopOwnerName: string;
    currencyCode: string;
    plan: { publicDisplayName: string };
    shopAddress: Record<string, string | null>;
  };
  currentAppInstallation: { accessScopes: { handle: string }[] };
};

const declaredScopes = (): string[] => {
  const line = /^scopes\s*=\s*"([^"]*)"/m.exec(readFileSync(inProject("shopify.app.toml"), "utf8"))?.[1] ?? "";
  return line.split(",").map((scope) => scope.trim());
};

/** A write scope brings its reading one along. */
const lacks = (granted: string[], wanted: string): boolean =>
  !granted.includes(wanted) && !granted.includes(wanted.replace(/^read_/, "write_"));

export const shopAndScopes: Probe = {
  name: "shopify/shop-and-scopes",
  what: "the token works, the scopes are granted, the API version is ours, the cost is told",
  mend: "shopify.app.toml, app/shopify.server.ts",
  async run({ wire, hide }) {
    const answer = await wire.raw("first:Shop");
    const { shop, currentAppInstallation: app } = await wire.data<ShopAnswer>("first:Shop");
    hide(
      shop.name,
      shop.email,
      shop.contactEmail,
      shop.shopOwnerName,
      ...Object.values(shop.shopAddress).filter((part) => part?.length !== 2),
    );
    const granted = app.accessScopes.map(({ handle }) => handle);
    const findings: Finding[] = declaredScopes()
      .filter((scope) => lacks(granted, scope))
      .map((scope) => ({ expected: `scope ${scope}`, seen: "not granted", severity: "blocks" as const }));
    const version = answer.headers.get("x-shopify-api-version");
    if (version !== null && version !== API_VERSION) findings.push({ expected: `API ${API_VERSION}`, seen: version, severity: "blocks" });
    if (shop.currencyCode !== "USD")
      findings.push({ expected: "a shop in USD (Ecuador)", seen: shop.currencyCode, severity: "blocks", mend: "the store's currency" });
    // The store's own data are its own: nothing to compare.
    const { accessScopes: _scopes, ...rest } = app;
    const facts = { answer: { ...answer.body, data: { plan: shop.plan, currentAppInstallation: rest } } };
    return { facts: [facts], findings, measures: { "query (ms)": answer.ms }, notes: [`plan: ${shop.plan.publicDisplayName}`] };
  },
};

export const definitions: Probe = {
  name: "shopify/metafield-definitions",
  what: "the order's metafields are defined, fiscal data is copied from the cart",
  mend: "shopify.app.toml (npx @shopify/cli app deploy)",
  async run({ wire }) {
    type Node = { key: string; type: { name: string }; capabilities: { cartToOrderCopyable: { enabled: boolean } } };
    const { metafieldDefinitions } = await wire.data<{ metafieldDefinitions: { nodes: Node[] } }>("first:Definitions");
    const { nodes } = metafieldDefinitions;
    const findings = ["fiscal_data", "delivery", "invoice"]
      .filter((key) => !nodes.some((node) => node.key === key && node.type.name === "json"))
      .map((key): Finding => ({ expected: `$app:${key}, json`, seen: "not defined", severity: "blocks" }));
    const fiscal = nodes.find(({ key }) => key === "fiscal_data");
    if (fiscal && !fiscal.capabilities.cartToOrderCopyable.enabled)
      findings.push({ expected: "fiscal_data is copied from cart to order", seen: "the capability is off", severity: "blocks" });
    return { facts: [{ nodes: [...nodes].sort((a, b) => (a.key < b.key ? -1 : 1)) }], findings };
  },
};

export const subscriptions: Probe = {
  name: "shopify/webhook-subscriptions",
  what: "no subscription of the shop's own doubles those of the app (the app's are not listed by the API: the arrival of webhooks proves them)",
  mend: "delete it by webhookSubscriptionDelete, or drop its topic from shopify.app.toml",
  async run({ wire }) {
    const { webhookSubscriptions } = await wire.data<{ webhookSubscriptions: { nodes: { topic: string }[] } }>("first:Subscriptions");
    return { findings: webhookSubscriptions.nodes.map(({ topic }) => ({ expected: "none", seen: topic, severity: "unknown" as const })) };
  },
};

type Services = { carrierServices: { nodes: { name: string | null; callbackUrl: string | null; active: boolean }[] } };

/** What Shopify would send for an address in one of the merchant's zones. */
const rateRequest = (city: string, currency: string) => {
  const place = { country: "EC", province: null, city, postal_code: null, address1: "Calle de prueba 1", address2: null };
  const item = { name: "Café", sku: "BIM-1", quantity: 1, grams: 500, price: 850, requires_shipping: true, taxable: true };
  return { rate: { origin: place, destination: place, items: [item], currency, locale: "es" } };
};

export const carrierService: Probe = {
  name: "shopify/carrier-service",
  what: "our rates are registered at this plan, their address is reachable from outside and answers with a zone's price",
  mend: "app/workflows/shop/install-shop.ts, app/adapters/shopify/admin.ts (createCarrierService)",
  async run({ wire, ports, shop, appUrl, hide }) {
    const { carrierService: state } = await ports.store.of(shop.id).shop();
    const { carrierServices } = await wire.data<Services>("CarrierServices");
    const ours = carrierServices.nodes.find(({ name }) => name === "BIMCommerce");
    if (state === "not_on_plan" || !ours?.callbackUrl) {
      const seen = state === "not_on_plan" ? "this plan has no carrier-calculated rates" : `not registered (the app says: ${state})`;
      return {
        findings: [{ expected: "registered and active", seen, severity: "unknown" }],
        notes: ["checkout then has no zone prices: set native rates, one per zone price"],
      };
    }
    hide(ours.callbackUrl, new URL(ours.callbackUrl).pathname.split("/").pop());
    const findings: Finding[] = [];
    if (!ours.active) findings.push({ expected: "active", seen: "switched off", severity: "blocks" });
    if (new URL(ours.callbackUrl).origin !== new URL(appUrl).origin)
      findings.push({
        expected: "a callback at APP_URL",
        seen: "another host: the address has changed since the app was installed",
        severity: "blocks",
        mend: "open the app once more in the admin",
      });
    const named = (await ports.store.of(shop.id).zones()).filter(({ active }) => active);
    const [zone] = named.flatMap(({ area, currency }) =>
      area.include.flatMap((part) => (part.kind === "place" ? [{ place: part.name, currency }] : [])),
    );
    if (!zone) return { findings, notes: ["no zone has place names: the callback was not tried"] };
    const started = performance.now();
    const answer = await fetch(ours.callbackUrl, {
      ...{ method: "POST", headers: { "content-type": "application/json" }, signal: AbortSignal.timeout(10_000) },
      body: JSON.stringify(rateRequest(zone.place, zone.currency)),
    });
    const measures = { "callback (ms)": Math.round(performance.now() - started) };
    if (answer.status !== 200)
      findings.push({
        expected: "rates: 200",
        seen: String(answer.status),
        severity: "blocks",
        mend: "app/routes/api.carrier-rates.$token.ts, the tunnel",
      });
    return { facts: [{ service: ours, rates: answer.status === 200 ? await answer.json() : null }], findings, measures };
  },
};

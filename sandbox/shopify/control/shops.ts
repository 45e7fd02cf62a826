import { z } from "zod";
import { invalid, json, notFound, type Router, type SandboxRequest } from "../../http.ts";
import { parseCents } from "../domain/cents.ts";
import { plans, plansWithRates, type Shop } from "../domain/state.ts";
import type { Shopify } from "../parts.ts";
import { fieldErrors } from "./order-body.ts";

const settingsSchema = z.strictObject({
  plan: z.enum(plans).optional(),
  taxesIncluded: z.boolean().optional(),
  withheldScopes: z.array(z.string()).optional(),
});

const ratesOf = (shop: Shop) => shop.deliveryProfile.groups.flatMap(({ zones }) => zones.flatMap(({ rates }) => rates));

const rateSchema = z.strictObject({
  name: z.string().min(1),
  to: z.string().optional(),
  price: z.string().optional(),
  remove: z.boolean().optional(),
});

/** What a merchant does in the shipping settings: changes a rate by its name, takes it away, or adds one of their own. */
function changeRate(shop: Shop, newId: () => number, { name, to, price, remove }: z.infer<typeof rateSchema>): void {
  const zone = shop.deliveryProfile.groups.flatMap(({ zones }) => zones).find(({ rates }) => rates.some((rate) => rate.name === name));
  const rate = zone?.rates.find((one) => one.name === name);
  if (zone && remove) zone.rates = zone.rates.filter((one) => one !== rate);
  else if (rate) Object.assign(rate, { ...(to ? { name: to } : {}), ...(price ? { price: parseCents(price) } : {}) });
  else {
    const own = { id: newId(), name, active: true, priceId: newId(), price: parseCents(price ?? "0"), conditions: [] };
    shop.deliveryProfile.groups[0]?.zones[0]?.rates.push(own);
  }
}

/** `GET /sandbox/shops`, `POST /sandbox/shops/:shop` (plan, taxesIncluded, withheldScopes: what an older installation has not granted), `…/install`, `…/uninstall`. */
export function mountShopControl(router: Router, { core, oauth, emitter, installer }: Shopify): void {
  const view = (shop: Shop) => ({
    shop: shop.domain,
    name: shop.name,
    plan: shop.plan,
    taxesIncluded: shop.taxesIncluded,
    isInstalled: installer.isInstalled(shop.domain),
    problem: installer.problem(shop.domain),
    carrierServices: shop.carrierServices.map((one) => ({ name: one.name, active: one.active })),
    shippingRates: ratesOf(shop).map(({ name, active, price, conditions }) => ({ name, active, price: price / 100, conditions })),
    deliveryCustomizations: shop.deliveryCustomizations.map(({ title, enabled, problem }) => ({ title, enabled, problem })),
  });
  const shopOf = (request: SandboxRequest) => core.world.shop(request.params.shop ?? "");

  router.on("GET", "/sandbox/shops", () => json(core.world.state.shops.map(view)));
  router.on("POST", "/sandbox/shops/:shop", (request) => {
    const shop = shopOf(request);
    if (!shop) return notFound("no such shop");
    const parsed = settingsSchema.safeParse(request.json());
    if (!parsed.success) return invalid(fieldErrors(parsed.error));
    Object.assign(shop, parsed.data);
    // A plan without calculated rates switches them off.
    if (!plansWithRates.has(shop.plan)) for (const service of shop.carrierServices) service.active = false;
    core.world.changed();
    return json(view(shop));
  });
  router.on("POST", "/sandbox/shops/:shop/rates", (request) => {
    const shop = shopOf(request);
    if (!shop) return notFound("no such shop");
    const parsed = rateSchema.safeParse(request.json());
    if (!parsed.success) return invalid(fieldErrors(parsed.error));
    changeRate(shop, () => core.world.newId(), parsed.data);
    core.world.changed();
    return json(view(shop));
  });
  router.on("POST", "/sandbox/shops/:shop/install", (request) => {
    const shop = shopOf(request);
    if (!shop) return notFound("no such shop");
    installer.install(shop.domain);
    return json(view(shop), 202);
  });
  router.on("POST", "/sandbox/shops/:shop/uninstall", (request) => {
    const shop = shopOf(request);
    if (!shop) return notFound("no such shop");
    oauth.revoke(shop.domain);
    // Its functions and its own data go with the app; the rates that it wrote stay in the shop's settings, as on Shopify.
    shop.carrierServices = [];
    shop.deliveryCustomizations = [];
    shop.appMetafields = [];
    core.world.changed();
    return json({ webhookIds: emitter.shop(shop, "app/uninstalled") });
  });
}

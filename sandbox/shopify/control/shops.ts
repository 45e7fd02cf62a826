import { z } from "zod";
import { invalid, json, notFound, type Router, type SandboxRequest } from "../../http.ts";
import { plans, type Shop } from "../domain/state.ts";
import type { Shopify } from "../parts.ts";
import { fieldErrors } from "./order-body.ts";

const settingsSchema = z.strictObject({
  plan: z.enum(plans).optional(),
  taxesIncluded: z.boolean().optional(),
  withheldScopes: z.array(z.string()).optional(),
});

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
  });
  const shopOf = (request: SandboxRequest) => core.world.shop(request.params.shop ?? "");

  router.on("GET", "/sandbox/shops", () => json(core.world.state.shops.map(view)));
  router.on("POST", "/sandbox/shops/:shop", (request) => {
    const shop = shopOf(request);
    if (!shop) return notFound("no such shop");
    const parsed = settingsSchema.safeParse(request.json());
    if (!parsed.success) return invalid(fieldErrors(parsed.error));
    Object.assign(shop, parsed.data);
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
    shop.carrierServices = [];
    core.world.changed();
    return json({ webhookIds: emitter.shop(shop, "app/uninstalled") });
  });
}

import { z } from "zod";
import { invalid, json, notFound, type Router } from "../../http.ts";
import type { Location, Shop } from "../domain/state.ts";
import type { Shopify } from "../parts.ts";
import { fieldErrors } from "./order-body.ts";

const text = z.string().trim().min(1).max(200);
const bodySchema = z.strictObject({
  location: z.number().int().min(0).optional(),
  name: text.optional(),
  address1: text.optional(),
  city: text.optional(),
  active: z.boolean().optional(),
  remove: z.boolean().optional(),
});
type Body = z.infer<typeof bodySchema>;

/** `POST /sandbox/shops/:shop/locations`: opens a place (without `location`), changes, closes (`active: false`) or removes the one at a position. */
export function mountLocationControl(router: Router, { core, emitter }: Shopify): void {
  router.on("POST", "/sandbox/shops/:shop/locations", (request) => {
    const shop = core.world.shop(request.params.shop ?? "");
    if (!shop) return notFound("no such shop");
    const parsed = bodySchema.safeParse(request.json());
    if (!parsed.success) return invalid(fieldErrors(parsed.error));
    const found = locationIn(shop, parsed.data, () => core.world.newId());
    if (!found) return invalid([{ path: "location", message: "there is no such place, or it needs name, address1 and city" }]);
    const topic = change(shop, found, parsed.data);
    core.world.changed();
    return json({ id: found.id, locations: shop.locations, webhookIds: emitter.location(shop, found, topic) });
  });
}

function locationIn(shop: Shop, { location, name, address1, city }: Body, newId: () => number): Location | undefined {
  if (location !== undefined) return shop.locations[location];
  return name && address1 && city ? { id: newId(), name, address1, city, active: true } : undefined;
}

/** Does it, and says which topic tells of it. */
function change(shop: Shop, found: Location, { location, remove, ...rest }: Body): string {
  if (location === undefined) {
    shop.locations.push(found);
    return "locations/create";
  }
  if (remove) {
    shop.locations = shop.locations.filter((one) => one !== found);
    return "locations/delete";
  }
  const was = found.active;
  Object.assign(found, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)));
  if (found.active === was) return "locations/update";
  return found.active ? "locations/activate" : "locations/deactivate";
}

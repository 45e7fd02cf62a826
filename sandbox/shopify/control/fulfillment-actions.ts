import { z } from "zod";
import { Refusal, type Core } from "../domain/core.ts";
import { addEvent, cancelFulfillment, createFulfillment } from "../domain/fulfill.ts";
import { gid } from "../domain/gid.ts";
import { moveFulfillmentOrder } from "../domain/move-fulfillment-order.ts";
import type { FulfillmentOrder } from "../domain/fulfillment-state.ts";
import type { Order } from "../domain/order-state.ts";
import type { Shop } from "../domain/state.ts";
import { lineOfOrder, lineWish } from "./line-wish.ts";

type Call = { core: Core; shop: Shop; order: Order };

/** A fulfilment order or a fulfilment by its position from 0, or by its GID. */
const which = z.union([z.number().int().min(0), z.string()]);

export const fulfillSchema = z.strictObject({
  from: which.default(0),
  lines: z.array(lineWish).optional(),
  company: z.string().max(255).nullish(),
  number: z.string().max(255).nullish(),
});
export const eventSchema = z.strictObject({
  fulfillment: which.optional(),
  status: z.string().min(1).max(40),
  at: z.iso.datetime().optional(),
});
export const cancelFulfillmentSchema = z.strictObject({ fulfillment: which.optional() });
export const moveSchema = z.strictObject({
  from: which.default(0),
  to: z.number().int().min(0).max(1),
  lines: z.array(lineWish).optional(),
});

/** A merchant or a carrier's own app sends it, or hands it over: without tracking where there is none. */
export function fulfill(
  { core, shop, order }: Call,
  { from, lines, company = null, number = null }: z.infer<typeof fulfillSchema>,
): string[] {
  const one = orderAt(order, from);
  const wanted = lines?.map((wish) => {
    const { id } = lineOfOrder(order, wish.line);
    return { id: one.lines.find(({ lineId }) => lineId === id)?.id ?? null, quantity: wish.quantity };
  });
  const tracking = company || number ? [{ company, number, url: null }] : [];
  createFulfillment(core, shop, [{ fulfillmentOrderId: one.id, lines: wanted ?? null }], tracking);
  return [];
}

/** What a carrier reports of a shipment; the last one unless said. */
export function reportEvent({ core, shop, order }: Call, { fulfillment, status, at }: z.infer<typeof eventSchema>): string[] {
  const place = { latitude: null, longitude: null, city: null, province: null, country: null, zip: null };
  const happenedAt = at ?? core.world.now().toISOString();
  addEvent(core, shop, shipmentAt(order, fulfillment), { ...place, status, happenedAt, message: null, estimatedDeliveryAt: null });
  return [];
}

export function takeBack({ core, shop, order }: Call, { fulfillment }: z.infer<typeof cancelFulfillmentSchema>): string[] {
  cancelFulfillment(core, shop, shipmentAt(order, fulfillment));
  return [];
}

export function move({ core, shop, order }: Call, { from, to, lines }: z.infer<typeof moveSchema>): string[] {
  const units = lines?.map((wish) => ({ lineId: lineOfOrder(order, wish.line).id, quantity: wish.quantity }));
  return moveFulfillmentOrder(core, shop, order, { from: orderAt(order, from), locationId: shop.locations[to]!.id, units: units ?? null });
}

function orderAt(order: Order, at: string | number): FulfillmentOrder {
  const found =
    typeof at === "number" ? order.fulfillmentOrders[at] : order.fulfillmentOrders.find(({ id }) => gid("FulfillmentOrder", id) === at);
  if (!found) throw new Refusal(`no fulfillment order ${at}`, ["from"]);
  return found;
}

function shipmentAt({ fulfillments }: Order, at: string | number | undefined): number {
  const found =
    typeof at === "string"
      ? fulfillments.find(({ id }) => gid("Fulfillment", id) === at)
      : at === undefined
        ? fulfillments.at(-1)
        : fulfillments[at];
  if (!found) throw new Refusal(`no fulfillment ${at ?? "yet"}`, ["fulfillment"]);
  return found.id;
}

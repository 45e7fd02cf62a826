import { sampleOrder, type OrderBody } from "../../../scripts/story/sample-orders.ts";
import { metafield, until, worldAt } from "../../../scripts/story/world.ts";
import { stackHere } from "./stack";

/** A shopper's order to Quito, placed without walking through the store; returns when it has its courier. */
export async function orderOf(change: Partial<OrderBody> = {}): Promise<{ name: string }> {
  const world = worldAt(stackHere().urls.sandbox);
  const { name } = await world.placeOrder({ ...sampleOrder(0), ...change });
  await untilAssigned(name);
  return { name };
}

/** The name of the courier to whom the order was given. */
export const untilAssigned = (name: string): Promise<string> =>
  until(`a courier for ${name}`, async () => {
    const delivery = metafield(await worldAt(stackHere().urls.sandbox).order(name), "delivery");
    return delivery?.state === "assigned" && delivery.courier;
  });

export const untilInvoiced = (name: string) =>
  until(`the invoice on ${name}`, async () => {
    const order = await worldAt(stackHere().urls.sandbox).order(name);
    return order.tags.includes("bim:invoiced") && metafield(order, "invoice")?.state === "authorised" && order;
  });

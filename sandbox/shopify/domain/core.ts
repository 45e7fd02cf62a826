import type { AppConfig } from "../app-config.ts";
import type { Order } from "./order-state.ts";
import type { Shop } from "./state.ts";
import type { World } from "./world.ts";

export type OrderTopic =
  | "orders/create"
  | "orders/paid"
  | "orders/updated"
  | "orders/cancelled"
  | "orders/edited"
  | "orders/fulfilled"
  | "orders/partially_fulfilled"
  | "fulfillment_events/create"
  | "refunds/create"
  | "returns/request"
  | "returns/approve"
  | "returns/decline"
  | "returns/cancel"
  | "returns/close"
  | "returns/reopen"
  | "returns/process"
  | "returns/update"
  | "reverse_deliveries/attach_deliverable"
  | "reverse_fulfillment_orders/dispose";

/** What every action on an order needs: the state, the app's configuration, and a way to tell the app. */
export interface Core {
  world: World;
  config: AppConfig;
  /** Sends the subscribed ones of these topics; answers their webhook ids. */
  emit(shop: Shop, order: Order, ...topics: OrderTopic[]): string[];
}

/** An action that Shopify refuses; `field` is the path in the mutation's input. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly field: string[] | null = null,
    readonly code: string | null = null,
  ) {
    super(message);
  }
}

/** Ends every change of an order: its time moves on, the timeline says what happened, the app hears of it. */
export function tell(core: Core, shop: Shop, order: Order, text: string, ...topics: OrderTopic[]): string[] {
  order.timeline.push({ at: core.world.now().toISOString(), text });
  core.world.touch(order);
  return core.emit(shop, order, ...topics);
}

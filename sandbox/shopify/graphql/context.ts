import type { Core } from "../domain/core.ts";
import type { Order } from "../domain/order-state.ts";
import type { Shop } from "../domain/state.ts";

/** Who asks: one shop, with the scopes of its token. */
export interface Context {
  core: Core;
  shop: Shop;
  scopes: ReadonlySet<string>;
  /** The order a fulfilment, transaction or refund belongs to: the way back up, which their files can't import without a circle. */
  orderNode(order: Order): Record<string, unknown>;
}

/** A scope set with what it implies: writing includes reading. */
export function impliedScopes(granted: string[]): ReadonlySet<string> {
  return new Set(granted.flatMap((scope) => (scope.startsWith("write_") ? [scope, scope.replace("write_", "read_")] : [scope])));
}

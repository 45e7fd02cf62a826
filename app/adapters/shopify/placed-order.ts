import type { PlacedOrder } from "~/ports/shopify-admin";
import { minorIn } from "./amounts";
import type { OrderNode } from "./order-node";

export type PlacedNode = Pick<OrderNode, "id" | "name" | "createdAt" | "currencyCode" | "currentTotalPriceSet">;

export const toPlacedOrder = ({ id, name, createdAt, currencyCode, currentTotalPriceSet }: PlacedNode): PlacedOrder => ({
  gid: id,
  name,
  placedAt: createdAt,
  currency: currencyCode,
  totalMinor: minorIn(currencyCode)(currentTotalPriceSet),
});

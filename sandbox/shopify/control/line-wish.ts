import { z } from "zod";
import { Refusal } from "../domain/core.ts";
import { gid } from "../domain/gid.ts";
import type { Line, Order } from "../domain/order-state.ts";

/** A line by its GID, its SKU or its position from 0. */
export const lineWish = z.strictObject({ line: z.union([z.string(), z.number().int()]), quantity: z.number().int().min(0) });

export function lineOfOrder(order: Order, at: string | number): Line {
  const line = typeof at === "number" ? order.lines[at] : order.lines.find((one) => gid("LineItem", one.id) === at || one.sku === at);
  if (!line) throw new Refusal(`no line ${at}`, ["lines"]);
  return line;
}

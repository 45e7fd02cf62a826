import { z } from "zod";
import type { FieldError } from "../../http.ts";
import { cancel, cancelReasons } from "../domain/cancel.ts";
import { parseCents } from "../domain/cents.ts";
import { Refusal, type Core } from "../domain/core.ts";
import { editOrder } from "../domain/edit-order.ts";
import { gid } from "../domain/gid.ts";
import { markAsPaid } from "../domain/pay.ts";
import { everythingLeft, refund } from "../domain/refund.ts";
import type { Line, Order, Shop } from "../domain/state.ts";
import { fieldErrors } from "./order-body.ts";

const actions = ["pay", "cancel", "refund", "edit"] as const;
type Action = (typeof actions)[number];
export const isAction = (name: string): name is Action => (actions as readonly string[]).includes(name);

/** A line by its GID, its SKU or its position from 0. */
const lineWish = z.strictObject({ line: z.union([z.string(), z.number().int()]), quantity: z.number().int().min(0) });
const cancelSchema = z.strictObject({ reason: z.enum(cancelReasons).default("customer") });
const refundSchema = z.strictObject({
  lines: z.array(lineWish).optional(),
  shipping: z.boolean().optional(),
  amount: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/)
    .optional(),
  note: z.string().max(5000).optional(),
});
const editSchema = z.strictObject({
  lines: z.array(lineWish).optional(),
  shippingAddress: z
    .strictObject({
      address1: z.string(),
      address2: z.string(),
      city: z.string(),
      province: z.string(),
      zip: z.string(),
      phone: z.string(),
      latitude: z.number(),
      longitude: z.number(),
    })
    .partial()
    .optional(),
  note: z.string().max(5000).optional(),
  email: z.email().optional(),
});

interface ActionCall {
  core: Core;
  shop: Shop;
  order: Order;
  body: unknown;
}
type Outcome = { webhookIds: string[] } | { errors: FieldError[] };

/** What a merchant or the gateway does to an order; throws Refusal where Shopify would refuse. */
export function actOnOrder(action: Action, call: ActionCall): Outcome {
  switch (action) {
    case "pay":
      return checked(z.strictObject({}), call, () => ({ webhookIds: markAsPaid(call.core, call.shop, call.order) }));
    case "cancel":
      return checked(cancelSchema, call, ({ reason }) => ({ webhookIds: cancel(call.core, call.shop, call.order, reason) }));
    case "refund":
      return checked(refundSchema, call, (wish) => giveBack(call, wish));
    case "edit":
      return checked(editSchema, call, (wish) => ({
        webhookIds: editOrder(call.core, call.shop, call.order, {
          lines: linesOf(call.order, wish.lines),
          shippingAddress: wish.shippingAddress ?? null,
          note: wish.note ?? null,
          email: wish.email ?? null,
        }),
      }));
  }
}

function checked<T>(schema: z.ZodType<T>, call: ActionCall, act: (body: T) => Outcome): Outcome {
  const parsed = schema.safeParse(call.body);
  return parsed.success ? act(parsed.data) : { errors: fieldErrors(parsed.error) };
}

function giveBack({ core, shop, order }: ActionCall, wish: z.infer<typeof refundSchema>): Outcome {
  const isWhole = !wish.lines && wish.shipping === undefined && wish.amount === undefined;
  const named = {
    lines: linesOf(order, wish.lines),
    shipping: wish.shipping ?? false,
    amount: wish.amount === undefined ? null : parseCents(wish.amount),
    note: wish.note ?? null,
  };
  return { webhookIds: refund(core, shop, order, isWhole ? { ...everythingLeft(order), note: named.note } : named).webhookIds };
}

function linesOf(order: Order, wishes: z.infer<typeof lineWish>[] = []): { line: Line; quantity: number }[] {
  return wishes.map((wish) => {
    const line =
      typeof wish.line === "number"
        ? order.lines[wish.line]
        : order.lines.find((one) => gid("LineItem", one.id) === wish.line || one.sku === wish.line);
    if (!line) throw new Refusal(`no line ${wish.line}`, ["lines"]);
    return { line, quantity: wish.quantity };
  });
}

import { z } from "zod";
import type { FieldError } from "../../http.ts";
import { cancel, cancelReasons } from "../domain/cancel.ts";
import type { Core } from "../domain/core.ts";
import { editOrder } from "../domain/edit-order.ts";
import { markAsPaid } from "../domain/pay.ts";
import { everythingLeft, nothing, refund } from "../domain/refund.ts";
import { moveReturn, openReturn, returnMoves } from "../domain/returns.ts";
import { type EditStep } from "../domain/edit-state.ts";
import { type Line, type Order } from "../domain/order-state.ts";
import { restockTypes } from "../domain/return-state.ts";
import { type Shop } from "../domain/state.ts";
import { amount, lineFields, rateOf, signedAmount, text } from "./amounts.ts";
import {
  cancelFulfillmentSchema,
  eventSchema,
  fulfill,
  fulfillSchema,
  move,
  moveSchema,
  reportEvent,
  takeBack,
} from "./fulfillment-actions.ts";
import { lineOfOrder, lineWish } from "./line-wish.ts";
import { fieldErrors } from "./order-body.ts";

const actions = ["pay", "cancel", "refund", "edit", "return", "fulfill", "event", "unfulfill", "move"] as const;
type Action = (typeof actions)[number];
export const isAction = (name: string): name is Action => (actions as readonly string[]).includes(name);

const paySchema = z.strictObject({ cashRounding: signedAmount.optional() });
const cancelSchema = z.strictObject({ reason: z.enum(cancelReasons).default("customer") });
const refundSchema = z.strictObject({
  lines: z.array(lineWish.extend({ restock: z.enum(restockTypes).optional() })).optional(),
  shipping: z.union([z.boolean(), amount]).optional(),
  duties: z.boolean().optional(),
  amount: amount.optional(),
  note: text(5000).optional(),
});
const editSchema = z.strictObject({
  lines: z.array(lineWish.extend({ restock: z.boolean().default(true) })).default([]),
  addLines: z.array(z.strictObject(lineFields)).max(100).default([]),
  addShipping: z.strictObject({ title: text(255).min(1), price: amount }).optional(),
  removeShipping: z.boolean().default(false),
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
  note: text(5000).optional(),
  email: z.email().optional(),
});
const returnSchema = z.union([
  z.strictObject({ move: z.enum(returnMoves) }),
  z.strictObject({
    lines: z.array(lineWish).min(1),
    exchange: z.array(z.strictObject(lineFields)).max(10).default([]),
    request: z.boolean().default(false),
  }),
]);

interface ActionCall {
  core: Core;
  shop: Shop;
  order: Order;
  body: unknown;
}
type Outcome = { webhookIds: string[] } | { errors: FieldError[] };

/** What a merchant, a carrier or the gateway does to an order; throws Refusal where Shopify would refuse. */
export function actOnOrder(action: Action, call: ActionCall): Outcome {
  const { core, shop, order } = call;
  switch (action) {
    case "pay":
      return checked(paySchema, call, ({ cashRounding }) => markAsPaid(core, shop, order, cashRounding));
    case "cancel":
      return checked(cancelSchema, call, ({ reason }) => cancel(core, shop, order, reason));
    case "refund":
      return checked(refundSchema, call, (wish) => giveBack(call, wish));
    case "edit":
      return checked(editSchema, call, ({ shippingAddress = null, note = null, email = null, ...wish }) =>
        editOrder(core, shop, order, { steps: stepsOf(call, wish), shippingAddress, note, email }),
      );
    case "return":
      return checked(returnSchema, call, (wish) =>
        "move" in wish
          ? moveReturn(core, shop, order, wish.move)
          : openReturn(core, shop, order, {
              lines: linesOf(order, wish.lines),
              exchanges: wish.exchange.map((one) => addedLine(core, one)),
              isRequest: wish.request,
            }),
      );
    case "fulfill":
      return checked(fulfillSchema, call, (wish) => fulfill(call, wish));
    case "event":
      return checked(eventSchema, call, (wish) => reportEvent(call, wish));
    case "unfulfill":
      return checked(cancelFulfillmentSchema, call, (wish) => takeBack(call, wish));
    case "move":
      return checked(moveSchema, call, (wish) => move(call, wish));
  }
}

function checked<T>(schema: z.ZodType<T>, call: ActionCall, act: (body: T) => string[]): Outcome {
  const parsed = schema.safeParse(call.body);
  return parsed.success ? { webhookIds: act(parsed.data) } : { errors: fieldErrors(parsed.error) };
}

function giveBack({ core, shop, order }: ActionCall, wish: z.infer<typeof refundSchema>): string[] {
  const { note = null, ...named } = wish;
  const isWhole = Object.values(named).every((value) => value === undefined);
  const lines = linesOf(order, named.lines);
  const wanted = isWhole
    ? everythingLeft(order)
    : { ...nothing, lines, shipping: named.shipping ?? false, duties: named.duties ?? false, amount: named.amount ?? null };
  return refund(core, shop, order, { ...wanted, note }).webhookIds;
}

function stepsOf(
  { core, order }: ActionCall,
  wish: Pick<z.infer<typeof editSchema>, "lines" | "addLines" | "addShipping" | "removeShipping">,
): EditStep[] {
  const standing = order.shippingLines.filter((one) => !one.isRemoved);
  return [
    ...linesOf(order, wish.lines).map(({ line, quantity, restock }): EditStep => ({
      kind: "quantity",
      lineId: line.id,
      quantity,
      restock,
    })),
    ...wish.addLines.map((line) => addedLine(core, line)),
    ...(wish.removeShipping ? standing.map((one): EditStep => ({ kind: "remove_shipping", shippingLineId: one.id })) : []),
    ...(wish.addShipping ? [{ kind: "add_shipping", id: core.world.newId(), ...wish.addShipping } satisfies EditStep] : []),
  ];
}

function linesOf<W extends { line: string | number }>(order: Order, wishes: W[] = []): (Omit<W, "line"> & { line: Line })[] {
  return wishes.map((wish) => ({ ...wish, line: lineOfOrder(order, wish.line) }));
}

type LineFields = z.infer<typeof editSchema>["addLines"][number];
function addedLine(
  core: Core,
  { title, sku, quantity, price, requiresShipping, ...tax }: LineFields,
): Extract<EditStep, { kind: "add_line" }> {
  const common = { title, sku: sku ?? null, quantity, price, requiresShipping, taxRateBasisPoints: rateOf(tax) };
  return { kind: "add_line", id: core.world.newId(), ...common };
}

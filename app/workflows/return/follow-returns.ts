import { weightier } from "~/domain/attention/weight";
import { planReturns } from "~/domain/order/plan-returns";
import { namedUnits } from "~/domain/order/named-units";
import type { OrderReturn } from "~/domain/order/order-return";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import { destinationOf, isSameDestination } from "~/domain/zone/destination";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, OrderRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { askForCourier } from "~/workflows/delivery/ask-for-courier";
import { noteNewAddress } from "~/workflows/delivery/note-new-address";
import { reckonReturnAnew } from "~/workflows/delivery/reckon-commission";
import { endRunWithLast } from "~/workflows/run/end-run";
import { settleReturned } from "./settle-returned";

type Needs = Pick<Ports, "clock" | "zones" | "addressKey">;

/**
 * The goods of an order's returns are fetched by deliveries of their own, as Shopify's returns say: one for each that is open, and one whose
 * return is none any more ends (docs/decisions/0025). `before`: the order as it was. Part of the caller's transaction, under the order's lock.
 */
export async function followReturns(ports: Needs, s: ShopStore, order: OrderRecord, before: SaleOrder): Promise<void> {
  // An order as it was read before returns were; it is read again with its next change.
  if (!order.sale.returns) return;
  for (const { id } of await s.reverseDeliveriesOfOrder(order.id)) await s.lock(`delivery:${id}`);
  const reverse = await s.reverseDeliveriesOfOrder(order.id);
  if (order.sale.returns.length === 0 && reverse.length === 0) return;
  const [outward, { installedAt }] = [await s.deliveriesOfOrder(order.id), await s.shop()];
  const plan = planReturns(order.sale.returns, { reverse, outward, installedAt });
  const find = (id: string) => reverse.find((one) => one.id === id)!;
  for (const one of plan.fresh) await open(s, order, one, outward);
  for (const { id, lines } of plan.changed) await changeGoods(s, find(id), lines, order.sale);
  for (const { id, lines } of plan.again) await openAgain(s, find(id), lines, order.sale);
  for (const { id, code } of plan.ended) await end(s, find(id), { code }, ports.clock.now());
  for (const id of plan.orphaned) await orphan(s, find(id));
  if (!isSameDestination(destinationOf(before), destinationOf(order.sale)))
    for (const { id } of reverse) await lookWhere(ports, s, await s.delivery(id), { before, now: order.sale });
  await settleReturned(s, order);
}

const goods = (lines: readonly Units[], sale: SaleOrder): { goods: string } => ({ goods: namedUnits(lines, sale) });

async function open(
  s: ShopStore,
  { id: orderId, sale }: OrderRecord,
  { gid: returnGid, lines }: OrderReturn,
  outward: readonly DeliveryRecord[],
): Promise<void> {
  // It comes back to where it left from.
  const locationGid = outward.find(({ method }) => method === "courier")?.locationGid ?? null;
  const { id: deliveryId } = await s.insertDelivery({ orderId, currency: sale.currency, returnGid, lines, locationGid });
  const reason = { code: "return_opened", params: goods(lines, sale) };
  await s.record({ orderId, deliveryId, actor: "merchant", type: "delivery", from: null, to: "unassigned", reason });
  await askForCourier(s, deliveryId);
}

/** Its courier is paid for what is fetched now. */
async function changeGoods(s: ShopStore, delivery: DeliveryRecord, lines: Units[], sale: SaleOrder): Promise<void> {
  await change(s, delivery, { lines }, { code: "return_changed", params: goods(lines, sale) });
  await reckonReturnAnew(s, { ...delivery, lines }, sale);
}

/** The buyer is elsewhere now: who has nobody yet gets zone and courier by it, and of who has somebody a person sees both zones. */
async function lookWhere(ports: Needs, s: ShopStore, delivery: DeliveryRecord, { before, now }: { before: SaleOrder; now: SaleOrder }) {
  if (delivery.state === "unassigned") return askForCourier(s, delivery.id);
  await noteNewAddress(ports, s, delivery, before, now);
}

async function openAgain(s: ShopStore, delivery: DeliveryRecord, lines: Units[], sale: SaleOrder): Promise<void> {
  const nobodys = { courierId: null, assignedAt: null, assignment: null, startedAt: null, reattemptOn: null, runId: null };
  await change(s, delivery, { ...nobodys, lines, state: "unassigned" }, { code: "return_opened", params: goods(lines, sale) });
  await askForCourier(s, delivery.id);
}

async function end(s: ShopStore, delivery: DeliveryRecord, reason: Worded, now: Date): Promise<void> {
  await change(s, delivery, { state: "cancelled", attention: null }, reason);
  await endRunWithLast(s, delivery.runId, now);
  await tryWaiting(s);
}

/** The courier has the goods already: whether they go back to their buyer only a person knows. */
async function orphan(s: ShopStore, delivery: DeliveryRecord): Promise<void> {
  const reason = { code: "return_cancelled_fetched" };
  if (delivery.attention?.code === reason.code) return;
  await change(s, delivery, { attention: weightier<Worded>(delivery.attention, reason) }, reason);
}

async function change(s: ShopStore, { id: deliveryId, orderId, state }: DeliveryRecord, patch: Partial<DeliveryRecord>, reason: Worded) {
  await s.updateDelivery(deliveryId, patch);
  await s.record({ orderId, deliveryId, actor: "merchant", type: "delivery", from: state, to: patch.state ?? state, reason });
}

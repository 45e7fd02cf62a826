import type { Shipment, WayMethod } from "~/domain/order/way";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { requestInvoice } from "~/workflows/document/request-invoice";
import { leaveRun } from "~/workflows/run/leave-run";

type Needs = Pick<Ports, "countries" | "clock">;

const NOBODYS = { courierId: null, assignedAt: null, assignment: null, attention: null, commissionMinor: null, commissionBasis: null };

/** Somebody else sent it: the courier is free, and the dispatch is the shipment's. Part of the caller's transaction, under the delivery's lock. */
export async function takenByCarrier(ports: Needs, s: ShopStore, delivery: DeliveryRecord, shipment: Shipment): Promise<void> {
  const { gid: fulfillmentGid, company, at } = shipment;
  const reason: Worded = company ? { code: "sent_by_carrier", params: { company } } : { code: "sent_by_other" };
  const to = { ...NOBODYS, method: "carrier", state: "out_for_delivery", startedAt: new Date(at), fulfillmentGid } as const;
  await change(ports, s, delivery, to, reason);
  await requestInvoice(ports, s, { order: await s.order(delivery.orderId), moment: "on_dispatch", deliveryId: delivery.id });
}

/** It is fetched instead of brought, or the other way round: it waits anew. Part of the caller's transaction, under the delivery's lock. */
export const becomes = (ports: Needs, s: ShopStore, delivery: DeliveryRecord, method: WayMethod): Promise<void> =>
  change(ports, s, delivery, { ...NOBODYS, method, state: "unassigned", zoneId: null, rateMinor: null }, { code: `becomes_${method}` });

type Changed = Partial<DeliveryRecord> & Pick<DeliveryRecord, "state" | "method">;

async function change({ clock }: Needs, s: ShopStore, delivery: DeliveryRecord, to: Changed, reason: Worded): Promise<void> {
  const { id: deliveryId, orderId, state: from } = delivery;
  await s.updateDelivery(deliveryId, to);
  await s.record({ orderId, deliveryId, actor: "merchant", type: "delivery", from, to: to.state, reason });
  await leaveRun(s, delivery, { actor: "system", now: clock.now() });
  await tryWaiting(s);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}

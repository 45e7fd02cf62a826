import type { Choice } from "~/domain/assignment/choice";
import type { Scene } from "~/domain/assignment/roster";
import { countedOn } from "~/domain/delivery/commission-share";
import { returnShare } from "~/domain/delivery/return-share";
import { isReverse } from "~/domain/delivery/reverse";
import { shareOf } from "~/domain/delivery/share-of-order";
import type { SaleOrder } from "~/domain/order/order";
import { confidenceOf } from "~/domain/position/known-position";
import { reckoned } from "~/domain/rate/commission";
import type { Finding, ZoneMatch } from "~/domain/zone/find-zone";
import { momentIn, priceOfOrder } from "~/domain/zone/price-order";
import type { DeliveryRecord, OrderRecord, Worded, Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { askForShipping } from "~/workflows/delivery/charge-shipping";
import { priceNotice } from "~/workflows/delivery/price-notice";

/** `siblings`: the order's deliveries, this one among them. */
export type Found = {
  delivery: DeliveryRecord;
  order: OrderRecord;
  siblings: readonly DeliveryRecord[];
  match: ZoneMatch<Zone>;
  finding: Finding<Zone>;
};

/** Writes down what was chosen for a delivery: its zone, what it costs and pays, who has it, and why. Part of the caller's transaction. */
export async function settle(s: ShopStore, found: Found, choice: Choice, { now, timeZone }: Scene): Promise<void> {
  const { delivery, order, siblings, match, finding } = found;
  const { zone } = match;
  const priceMinor = priceOfOrder(zone, order.sale, momentIn(new Date(order.sale.placedAt), timeZone));
  // As for one attempt at this hour; what is paid is reckoned when it is known (reckon-commission.ts).
  const share = isReverse(delivery) ? returnShare(delivery.lines, order.sale) : shareOf(order.sale, delivery.id, siblings);
  const counted = countedOn(share, { rateMinor: priceMinor, totalMinor: order.sale.totalMinor });
  // Nobody is charged for what comes back.
  const rateMinor = isReverse(delivery) ? null : priceMinor;
  const ofReturn = isReverse(delivery) ? { ofReturn: true as const } : {};
  const commissionBasis = { rule: zone.commission, ...counted, ...ofReturn, attempts: 1, at: momentIn(now, timeZone) };
  const priced = { zoneId: zone.id, rateMinor, commissionMinor: reckoned(commissionBasis), commissionBasis };
  if (!isReverse(delivery)) await askForShipping(s, { id: delivery.id, rateMinor }, order.sale, siblings);
  const { code, considered } = choice;
  const assignment = { code, params: { ...choice.params, ...why(match, finding) }, considered };
  if (choice.courierId === null) return letWait(s, delivery, { code, params: choice.params }, { ...priced, assignment });
  await s.updateDelivery(delivery.id, {
    ...{ ...priced, state: "assigned", courierId: choice.courierId, assignment, assignedAt: now },
    attention: (isReverse(delivery) ? null : noticeOf(found, rateMinor)) ?? finding.doubt,
  });
  const about = { orderId: order.id, deliveryId: delivery.id, actor: "system", type: "delivery" };
  await s.record({ ...about, from: "unassigned", to: "assigned", reason: { code, params: assignment.params } });
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: delivery.id });
}

/** It waits, and a person sees why; the same reason is told once. */
export async function letWait(
  s: ShopStore,
  { id: deliveryId, orderId, attention: before }: DeliveryRecord,
  attention: Worded,
  patch: Partial<DeliveryRecord> = {},
): Promise<void> {
  const about = { orderId, deliveryId, actor: "system", type: "delivery" };
  if (before?.code !== attention.code) await s.record({ ...about, from: "unassigned", to: "unassigned", reason: attention });
  await s.updateDelivery(deliveryId, { ...patch, attention });
}

const noticeOf = ({ delivery: { id }, order: { sale }, siblings, match }: Found, rateMinor: number | null): Worded | null =>
  cashNotice(sale, match.zone) ?? priceNotice(sale, { id, rateMinor }, siblings);

/** Checkout can't keep a buyer of this zone from choosing to pay at the door. */
const cashNotice = ({ paymentType }: SaleOrder, { name, cashAllowed }: Zone): Worded | null =>
  paymentType === "cash_on_delivery" && !cashAllowed ? { code: "cash_not_allowed", params: { zone: name } } : null;

/** By what of the zone the address was found in it, and what it was taken for where it was not written as it is called. */
const why = ({ by, what, zone }: ZoneMatch<Zone>, { guess, position }: Finding<Zone>): Record<string, string> => ({
  zone: zone.name,
  ...{
    place: { place: what },
    postal: { pattern: what },
    position: position && { position: position.source, source: position.source, confidence: confidenceOf(position) },
    country: { country: zone.area.countryCode },
  }[by],
  ...(guess ? { read: guess.text, as: guess.name } : {}),
});

import { bearsShippingInstead } from "~/domain/delivery/bearers";
import { canBecome } from "~/domain/delivery/states";
import { reportOf, returnOf } from "~/domain/delivery/undo";
import { isWaiting } from "~/workflows/delivery/invoice-of-proof";
import type { OrderLine } from "~/domain/order/order";
import { clockNote, type ClockNote } from "~/domain/phone-event/clock-note";
import type { Attempt, PhoneClock } from "~/ports/door-records";
import type { Courier } from "~/ports/courier-records";
import type { DeliveryRecord, OrderRecord, Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { photosByReport, type ReportPhotos } from "./photo-views";
import type { QueryPorts } from "./ports";

type Needs = Pick<QueryPorts, "links" | "clock">;

/** `clock`: what there is to say of the phone's. */
export type AttemptView = Attempt & ReportPhotos & { courier: string; clock: ClockNote | null };
export type DeliveryView = Omit<DeliveryRecord, "lines"> & {
  zone: string | null;
  courier: string | null;
  /** What goes along; empty where it was not said. */
  goods: { title: string; quantity: number }[];
  /** The number (from 1) of the order's delivery that bears its shipping instead of this one; null: it is this one, or no courier brings it. */
  shippingWith: number | null;
  attempts: AttemptView[];
  /** What its courier reported and may be taken back; null: nothing. */
  undoes: Attempt["outcome"] | null;
  /** Who else may take it; empty when it is over, or no courier's. */
  couriers: Pick<Courier, "id" | "name">[];
};

/** An order's deliveries as its page shows them, the oldest first. */
export async function deliveryViews(
  ports: Needs,
  s: ShopStore,
  { shop, order }: { shop: Shop; order: OrderRecord },
): Promise<DeliveryView[]> {
  return viewsOf(ports, s, { shop, order, deliveries: await s.deliveriesOfOrder(order.id) });
}

/** Those that fetch the goods of its returns, the oldest first. */
export async function reverseViews(
  ports: Needs,
  s: ShopStore,
  { shop, order }: { shop: Shop; order: OrderRecord },
): Promise<DeliveryView[]> {
  return viewsOf(ports, s, { shop, order, deliveries: await s.reverseDeliveriesOfOrder(order.id) });
}

type Whose = { shop: Shop; order: OrderRecord; deliveries: readonly DeliveryRecord[] };

async function viewsOf(ports: Needs, s: ShopStore, { shop, order, deliveries }: Whose): Promise<DeliveryView[]> {
  const [couriers, zones] = await Promise.all([s.couriers(), s.zones()]);
  const nameOf = (id: string | null) => couriers.find((courier) => courier.id === id)?.name ?? null;
  return Promise.all(
    deliveries.map(async ({ lines, ...delivery }) => ({
      ...delivery,
      zone: zones.find(({ id }) => id === delivery.zoneId)?.name ?? null,
      courier: nameOf(delivery.courierId),
      goods: goodsOf(lines, [...order.sale.lines, ...order.sale.removedLines]),
      shippingWith: shippingWith(delivery.id, deliveries),
      attempts: await attemptViews(ports, s, shop, delivery.id, nameOf),
      undoes: await undoableOf(s, delivery),
      couriers: mayBeGiven(delivery) ? couriers.filter(({ active }) => active).map(({ id, name }) => ({ id, name })) : [],
    })),
  );
}

/** What its courier reported of it stands, and no invoice that it asked for has its number. */
async function undoableOf(
  s: ShopStore,
  { id, orderId, state, courierId }: Pick<DeliveryRecord, "id" | "orderId" | "state" | "courierId">,
): Promise<DeliveryView["undoes"]> {
  const attempts = await s.attemptsOf(id);
  const report = returnOf(state, attempts) ?? reportOf(state, attempts);
  if (!report?.courierId || report.courierId !== courierId) return null;
  return (await isIssued(s, { id, orderId }, report)) ? null : report.outcome;
}

/** Of what was delivered its own invoice; of what is at the shop again whichever has had its number since. */
async function isIssued(s: ShopStore, { id, orderId }: Pick<DeliveryRecord, "id" | "orderId">, report: Attempt): Promise<boolean> {
  switch (report.outcome) {
    case "failed":
      return false;
    case "returned":
      return (await s.invoicesOfOrder(orderId)).some(({ numberedAt }) => numberedAt !== null && numberedAt >= report.receivedAt);
    case "delivered": {
      const invoices = await Promise.all((await s.invoicesOfProof(id)).map((documentId) => s.document(documentId)));
      return !invoices.every(isWaiting);
    }
  }
}

function shippingWith(id: string, deliveries: readonly DeliveryRecord[]): number | null {
  const bearer = bearsShippingInstead(id, deliveries);
  return bearer && deliveries.indexOf(bearer) + 1;
}

const mayBeGiven = ({ method, state }: Pick<DeliveryRecord, "method" | "state">): boolean =>
  method === "courier" && canBecome(state, "assigned");

const goodsOf = (units: DeliveryRecord["lines"], lines: readonly OrderLine[]): DeliveryView["goods"] =>
  units.flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId);
    return line ? [{ title: line.title, quantity }] : [];
  });

type NameOf = (courierId: string | null) => string | null;

async function attemptViews(ports: Needs, s: ShopStore, shop: Shop, deliveryId: string, nameOf: NameOf): Promise<AttemptView[]> {
  const [attempts, clocks, photos] = await Promise.all([
    s.attemptsOf(deliveryId),
    s.clocksOf(deliveryId),
    photosByReport(ports, s, { shop, deliveryId }),
  ]);
  const noteOf = (clock: PhoneClock | undefined) => (clock ? clockNote(clock) : null);
  return attempts.map((attempt) => ({
    ...attempt,
    clock: noteOf(clocks.get(attempt.id)),
    ...(photos.get(attempt.id) ?? { photos: [], chain: null }),
    courier: nameOf(attempt.courierId) ?? "",
  }));
}

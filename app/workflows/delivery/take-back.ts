import { UNHELD } from "~/domain/delivery/held";
import { stateBefore } from "~/domain/delivery/undo";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import type { Attempt } from "~/ports/door-records";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, EventRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { unlearnDoor } from "~/workflows/order/unlearn-door";
import { reopenRun } from "~/workflows/run/reopen-run";
import { takeBackCollected, takeBackEarned } from "~/workflows/settlement/take-back-entries";
import { UNPAID_CODES } from "~/domain/settlement/collected";
import { withdrawInvoices } from "./invoice-of-proof";
import { currentNotice } from "./price-notice";
import { reckonAnew } from "./reckon-commission";

export type TakesBack = Pick<Ports, "clock" | "countries" | "addressKey">;
/** `report`: the one that the delivery is as it is by; `waiting`: its invoices, held (`holdInvoicesOfProof`); `who`: the courier's name. */
export type TakeBack = {
  delivery: DeliveryRecord;
  report: Attempt;
  waiting: readonly DocumentRecord[];
  at: Date;
  actor: string;
  who: string;
};

/** Marks that come from a report: with it they go. */
const OF_REPORT = [
  "delivery_doubted",
  "delivery_not_believed",
  "photo_missing",
  "photo_refused",
  "lines_refused",
  "collected_more",
  "handed_over_short",
  "attempt_unphotographed",
  "return_short",
  "return_cancelled_fetched",
  "fetched_unphotographed",
  "fetched_photo_missing",
];
const OF_REPORTS: readonly string[] = [...OF_REPORT, ...UNPAID_CODES, "delivered_after_cancel", "capture_failed"];

/**
 * A report was a mistake: the delivery is where it was before, on its run, and nothing follows from the report any more. Its photos stay in the
 * chain and its lines in the account, each with another that takes it back; money that Shopify was told of already is for a person. Part of the
 * caller's transaction, under the delivery's lock.
 */
export async function takeBack(ports: TakesBack, s: ShopStore, undone: TakeBack): Promise<void> {
  const { delivery, report, waiting, at, actor } = undone;
  const { id: deliveryId, orderId, state: from, runId } = delivery;
  const story = await s.eventsOfOrder(orderId);
  const to = stateBefore(deliveryId, from, story);
  await s.undoAttempt(report.id, at);
  await withdrawInvoices(s, delivery, waiting);
  await takeBackCollected(s, delivery, { report, at, actor });
  await s.updateDelivery(deliveryId, {
    state: to,
    deliveredAt: null,
    provenAt: null,
    ...UNHELD,
    doubt: null,
    refused: [],
    owesRest: false,
  });
  await s.updateDelivery(deliveryId, { reattemptOn: null, attention: await attentionAfter(s, undone, story) });
  const reason: Worded = report.outcome === "delivered" ? { code: "confirmation_undone" } : { code: "attempt_undone" };
  await s.record({ actor, type: "delivery", orderId, deliveryId, from, to, reason });
  await takeBackEarned(s, delivery, at);
  if (report.outcome === "delivered") await unlearn(ports, s, undone);
  // What the desk had cancelled is among its order's no more.
  if (to === "cancelled" || to === "returned") await reckonAnew(s, (await s.order(orderId)).sale, await s.deliveriesOfOrder(orderId));
  else await reopenRun(ports, s, runId);
  await tryWaiting(s);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}

/** What Shopify was told of the money can't be taken back by itself; everything else that the report gave rise to is over. */
async function attentionAfter(s: ShopStore, { delivery, report, who }: TakeBack, story: readonly EventRecord[]): Promise<Worded | null> {
  if (isPaidSince(report, story)) return { code: "undone_after_payment", params: { courier: who } };
  const { attention, orderId } = delivery;
  if (attention === null || !OF_REPORTS.includes(attention.code)) return attention;
  return currentNotice(s, (await s.order(orderId)).sale, delivery);
}

/** Whether the order was marked as paid, or its card captured, since we learnt of the report. */
export const isPaidSince = ({ receivedAt }: Attempt, story: readonly EventRecord[]): boolean =>
  story.some(({ type, to, at }) => type === "payment" && (to === "paid" || to === "captured") && at >= receivedAt);

async function unlearn(ports: TakesBack, s: ShopStore, { delivery, report }: TakeBack): Promise<void> {
  const told = report.courierId === null ? null : await s.phoneEvent(report.courierId, report.id);
  const confirm: ConfirmEvent | null = told?.event.kind === "confirm" ? told.event : null;
  await unlearnDoor(ports, s, { orderId: delivery.orderId, report, told: confirm });
}

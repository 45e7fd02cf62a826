import type { JobName } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { resumeDocument } from "~/workflows/document/resume-document";
import { markWhenCollected } from "~/workflows/settlement/mark-when-collected";

/** At most this many of each kind at once; the next sweep takes more. */
const LIMIT = 500;
/** What came within it is being worked out. */
const JUST_COME_MS = 60_000;
const ON_THE_WAY: DocumentRecord["state"][] = ["numbered", "signed", "sent", "answer_unknown"];

/**
 * What should be under way and has no job any more (lost, or given up after days) gets a new one. What waits for a person is left alone; what
 * Shopify refused is tried again, because the cause may have been put right there.
 */
export async function takeUpLeftBehind(ports: Pick<Ports, "countries">, s: ShopStore, now: Date): Promise<void> {
  await takeUpReports(s, now);
  await takeUpUnproven(s, now);
  await takeUpCollected(ports, s);
  await takeUpIssues(s);
  const [mails, writeBacks] = [await underWay(s, "mail-document"), await underWay(s, "write-back-document")];
  for (const documentId of await s.unmailedDocuments(LIMIT))
    if (!mails.has(documentId)) await s.enqueue("mail-document", { shopId: s.shopId, documentId });
  for (const documentId of await s.unwrittenDocuments(LIMIT))
    if (!writeBacks.has(documentId)) await s.enqueue("write-back-document", { shopId: s.shopId, documentId });
  await takeUpShadowMonths(s);
  const publishing = await underWay(s, "publish-delivery");
  for (const deliveryId of await s.deliveriesRefusedByShopify(LIMIT))
    if (!publishing.has(deliveryId)) await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}

/** What a phone told and nobody could work out, or whose job was lost: it is never only written down. */
async function takeUpReports(s: ShopStore, now: Date): Promise<void> {
  const applying = await underWay(s, "apply-events");
  for (const courierId of await s.couriersWithReportsLeft(new Date(now.getTime() - JUST_COME_MS)))
    if (!applying.has(courierId)) await s.enqueue("apply-events", { shopId: s.shopId, courierId });
}

async function takeUpCollected(ports: Pick<Ports, "countries">, s: ShopStore): Promise<void> {
  const marking = await underWay(s, "mark-order-paid");
  for (const orderId of await s.unmarkedOrders(LIMIT)) if (!marking.has(orderId)) await markWhenCollected(ports, s, await s.order(orderId));
}

/** By the sweep and not by a job of its own: nothing is lost with a job, and a clock that is moved on moves it along. */
async function takeUpUnproven(s: ShopStore, now: Date): Promise<void> {
  const proving = await underWay(s, "prove-delivery");
  for (const deliveryId of await s.deliveriesHeldTooLong(now, LIMIT))
    if (!proving.has(deliveryId)) await s.enqueue("prove-delivery", { shopId: s.shopId, deliveryId });
}

async function takeUpShadowMonths(s: ShopStore): Promise<void> {
  const looking = await underWay(s, "shadow-month");
  for (const { id, state } of await s.shadowRuns())
    if (state === "running" && !looking.has(id)) await s.enqueue("shadow-month", { shopId: s.shopId, runId: id });
}

async function takeUpIssues(s: ShopStore): Promise<void> {
  const [issues, captures] = [await underWay(s, "issue-document"), await underWay(s, "capture-payment")];
  const waiting = await s.invoicesWithoutAsking(LIMIT);
  for (const document of [...waiting, ...(await s.documentsIn(ON_THE_WAY, LIMIT))])
    if (!issues.has(document.id) && !captures.has(document.orderId ?? "")) await resumeDocument(s, document);
  const taken = new Set(waiting.map(({ orderId }) => orderId));
  for (const orderId of await s.uncapturedOrders(LIMIT))
    if (!captures.has(orderId) && !taken.has(orderId)) await s.enqueue("capture-payment", { shopId: s.shopId, orderId });
}

/** Whose jobs of this name wait, run or are to be tried again: ids of documents, deliveries or orders. */
async function underWay(s: ShopStore, name: JobName): Promise<Set<string>> {
  const ids = (await s.openJobs(name)).flatMap((data) => Object.values(data).filter((value) => typeof value === "string"));
  return new Set(ids);
}

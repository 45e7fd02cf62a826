import { captureDeadline, isCaptureUrgent } from "~/domain/order/capture-deadline";
import { firstBrought } from "~/domain/delivery/first-brought";
import { pendingRefused } from "~/domain/delivery/refused-units";
import { dateIn } from "~/domain/time/calendar";
import { noWayOut } from "~/domain/order/way-out";
import type { DocumentRecord } from "~/ports/document-records";
import type { EventRecord, OrderRecord, Shop } from "~/ports/records";
import { triggerFor, type Trigger } from "~/domain/document/trigger";
import { buyerOf } from "~/workflows/document/order-of";
import { deliveryViews, reverseViews, type DeliveryView } from "./delivery-views";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { legalDeadline } from "./legal-deadline";
import { photoLinksUntil } from "./links-until";
import type { QueryPorts } from "./ports";

type Needs = Pick<QueryPorts, "store" | "links" | "clock" | "screens" | "countries">;
export type OrderPage = {
  order: OrderRecord;
  /** One for each way out of it, the oldest first. */
  deliveries: DeliveryView[];
  /** What fetches the goods of its returns, the oldest first. */
  reverse: DeliveryView[];
  /** It sells gift cards only, which are invoiced when they are redeemed. */
  isNeverInvoiced: boolean;
  /** One, or one for each delivery; the oldest first. */
  invoices: DocumentView[];
  /** Credit notes on this or an earlier invoice, the oldest first. */
  credits: DocumentView[];
  /** Goods that were refused at the door are still on it: neither refunded nor taken off. */
  hasRefused: boolean;
  trigger: Trigger | null;
  /** Where the buyer's data are, when they asked for them and nobody said yet that they have them. */
  dataRequest: { url: string } | null;
  /** When a card that is only reserved can no longer be charged. */
  captureBy: { at: string; isUrgent: boolean } | null;
  events: EventRecord[];
  now: string;
  /** yyyy-mm-dd where the shop is. */
  today: string;
};
export type DocumentView = Pick<
  DocumentRecord,
  | "id"
  | "state"
  | "number"
  | "accessKey"
  | "issueDate"
  | "currency"
  | "totalMinor"
  | "authorisationNumber"
  | "messages"
  | "attention"
  | "tries"
  | "mailedTo"
> & {
  dueAt: string | null;
  authorisedAt: Date | null;
  mailedAt: Date | null;
  pdfUrl: string | null;
  xmlUrl: string | null;
  /** Where a mail goes when nobody says otherwise. */
  buyerEmail: string | null;
};

/** Everything about one order; null when the shop has no such order. */
export async function orderPage(ports: Needs, { shop, orderId }: { shop: Shop; orderId: string }): Promise<OrderPage | null> {
  if (!(await ports.screens.hasOrder(shop.id, orderId))) return null;
  const s = ports.store.of(shop.id);
  const [order, invoices, documents, events] = await Promise.all([
    s.order(orderId),
    s.invoicesOfOrder(orderId),
    s.documentsOfOrder(orderId),
    s.eventsOfOrder(orderId),
  ]);
  const timeZone = await fiscalZone(s, ports.countries("EC"));
  const deliveries = await deliveryViews(ports, s, { shop, order });
  return {
    order,
    deliveries,
    reverse: await reverseViews(ports, s, { shop, order }),
    isNeverInvoiced: shop.giftCards === "on_redemption" && noWayOut(order.sale) === "gift_cards_only",
    invoices: invoices.map((document) =>
      documentView(ports, { shop, order, document, timeZone, deliveredAt: broughtAt(document, deliveries) }),
    ),
    credits: documents
      .filter(({ kind }) => kind === "credit_note")
      .map((credit) => documentView(ports, { shop, order, document: credit, timeZone, deliveredAt: null })),
    hasRefused: !order.sale.cancelledAt && pendingRefused(order.sale.lines, await s.deliveriesOfOrder(orderId)).length > 0,
    trigger: triggerFor(shop.invoiceTriggers, order.sale.paymentType),
    dataRequest: isDataWanted(events)
      ? { url: ports.links.fileUrl({ publicKey: shop.publicKey, kind: "buyer-data", id: orderId }, photoLinksUntil(ports)) }
      : null,
    captureBy: captureBy(order, ports.clock.now()),
    events,
    now: ports.clock.now().toISOString(),
    today: dateIn(ports.clock.now(), shop.timeZone),
  };
}

/** When the buyer got what an invoice is for: with its delivery, or of several the first. */
const broughtAt = ({ subject }: DocumentRecord, deliveries: readonly DeliveryView[]): Date | null => {
  const own = deliveries.filter(({ id }) => id === subject);
  return firstBrought(own.length > 0 ? own : deliveries)?.deliveredAt ?? null;
};

const isDataWanted = (events: EventRecord[]): boolean => events.findLast(({ type }) => type === "privacy")?.to === "data_requested";

function captureBy({ sale }: OrderRecord, now: Date): OrderPage["captureBy"] {
  const expiresAt = sale.cancelledAt ? null : captureDeadline(sale);
  return expiresAt && { at: expiresAt.toISOString(), isUrgent: isCaptureUrgent(expiresAt, now) };
}

type OnPage = { shop: Shop; order: OrderRecord; document: DocumentRecord; timeZone: string; deliveredAt: Date | null };

function documentView(ports: Needs, { shop, order, document, timeZone, deliveredAt }: OnPage): DocumentView {
  const {
    id,
    state,
    number,
    accessKey,
    issueDate,
    currency,
    totalMinor,
    authorisationNumber,
    authorisedAt,
    messages,
    attention,
    tries,
    mailedTo,
    mailedAt,
  } = document;
  const link = (kind: "invoice-pdf" | "invoice-xml") =>
    authorisedAt ? ports.links.fileUrl({ publicKey: shop.publicKey, kind, id }, photoLinksUntil(ports)) : null;
  return {
    id,
    state,
    number,
    accessKey,
    issueDate,
    currency,
    totalMinor,
    authorisationNumber,
    authorisedAt,
    messages,
    attention,
    tries,
    mailedTo,
    mailedAt,
    dueAt: legalDeadline(ports.countries(document.country), { ...document, deliveredAt }, timeZone),
    pdfUrl: link("invoice-pdf"),
    xmlUrl: link("invoice-xml"),
    buyerEmail: buyerOf(document)?.email ?? order.sale.email,
  };
}

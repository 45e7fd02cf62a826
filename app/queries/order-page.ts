import { captureDeadline, isCaptureUrgent } from "~/domain/order/capture-deadline";
import { canBecome } from "~/domain/delivery/states";
import type { Attempt, Courier, DeliveryRecord, DocumentRecord, EventRecord, OrderRecord, Shop } from "~/ports/records";
import { triggerFor, type Trigger } from "~/domain/document/trigger";
import { buyerOf } from "~/workflows/document/order-of";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { legalDeadline } from "./legal-deadline";
import type { QueryPorts } from "./ports";

const HOUR_MILLISECONDS = 60 * 60_000;

type Needs = Pick<QueryPorts, "store" | "links" | "clock" | "screens" | "countries">;
export type AttemptView = Omit<Attempt, "photoKey" | "photoSha256"> & { photoUrl: string | null; courier: string };
export type OrderPage = {
  order: OrderRecord;
  delivery: (DeliveryRecord & { zone: string | null; courier: string | null }) | null;
  attempts: AttemptView[];
  /** Who else may take the delivery; empty when it is over. */
  couriers: Pick<Courier, "id" | "name">[];
  document: DocumentView | null;
  /** Credit notes on this or an earlier invoice, the oldest first. */
  credits: DocumentView[];
  trigger: Trigger | null;
  /** Where the buyer's data are, when they asked for them and nobody said yet that they have them. */
  dataRequest: { url: string } | null;
  /** When a card that is only reserved can no longer be charged. */
  captureBy: { at: string; isUrgent: boolean } | null;
  events: EventRecord[];
  now: string;
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
  const [order, delivery, document, documents, events, couriers, zones] = await Promise.all([
    s.order(orderId),
    s.deliveryOfOrder(orderId),
    s.invoiceOfOrder(orderId),
    s.documentsOfOrder(orderId),
    s.eventsOfOrder(orderId),
    s.couriers(),
    s.zones(),
  ]);
  const timeZone = await fiscalZone(s, ports.countries("EC"));
  const attempts = delivery ? await s.attemptsOf(delivery.id) : [];
  const nameOf = (id: string | null) => couriers.find((courier) => courier.id === id)?.name ?? null;
  return {
    order,
    delivery: delivery && {
      ...delivery,
      zone: zones.find(({ id }) => id === delivery.zoneId)?.name ?? null,
      courier: nameOf(delivery.courierId),
    },
    attempts: attempts.map((attempt) => attemptView(ports, shop, attempt, nameOf(attempt.courierId) ?? "")),
    couriers:
      delivery && canBecome(delivery.state, "assigned")
        ? couriers.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))
        : [],
    document: document && documentView(ports, { shop, order, document, timeZone, deliveredAt: delivery?.deliveredAt ?? null }),
    credits: documents
      .filter(({ kind }) => kind === "credit_note")
      .map((credit) => documentView(ports, { shop, order, document: credit, timeZone, deliveredAt: null })),
    trigger: triggerFor(shop.invoiceTriggers, order.sale.paymentType),
    dataRequest: isDataWanted(events)
      ? { url: ports.links.fileUrl({ publicKey: shop.publicKey, kind: "buyer-data", id: orderId }, until(ports)) }
      : null,
    captureBy: captureBy(order, ports.clock.now()),
    events,
    now: ports.clock.now().toISOString(),
  };
}

/** One to two hours from now, on the hour: a page that refreshes itself keeps the same links, and a photo is not loaded again and again. */
const until = ({ clock }: Pick<Needs, "clock">) =>
  new Date((Math.floor(clock.now().getTime() / HOUR_MILLISECONDS) + 2) * HOUR_MILLISECONDS);

const isDataWanted = (events: EventRecord[]): boolean => events.findLast(({ type }) => type === "privacy")?.to === "data_requested";

function attemptView(ports: Needs, shop: Shop, { photoKey, photoSha256: _hash, ...attempt }: Attempt, courier: string): AttemptView {
  const photoUrl = photoKey ? ports.links.fileUrl({ publicKey: shop.publicKey, kind: "photo", id: attempt.id }, until(ports)) : null;
  return { ...attempt, photoUrl, courier };
}

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
    authorisedAt ? ports.links.fileUrl({ publicKey: shop.publicKey, kind, id }, until(ports)) : null;
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

import type { Taken } from "~/domain/delivery/owed";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { Workload } from "~/domain/assignment/load-limit";
import type { SeriesKey } from "~/domain/document/document";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import type { ShadowResult } from "~/domain/shadow-month/result";
import type { Remembered } from "~/domain/position/remember";
import type { ProductCategory } from "~/domain/tax-category/csv";
import type { Jobs } from "./jobs";
import type { LeftBehindStore } from "./left-behind";
import type { DoorNote, PhoneEventArrival } from "./door-records";
import type { DoorStore } from "./door-store";
import type { AbsenceRecord, Courier, RunRecord } from "./courier-records";
import type { CertificateRecord, DocumentRecord, EstablishmentRecord, IssuerRecord, SeriesRecord } from "./document-records";
import type { LocationLink, LocationRecord, ShopLocation } from "./location-records";
import type {
  DeliveryRecord,
  EventRecord,
  NativeRates,
  NewEvent,
  OrderRecord,
  ShadowRunRecord,
  Shop,
  WebhookArrival,
  Worded,
  Zone,
} from "./records";
import type { SettlementStore } from "./settlement";

/** Without a method: a courier's. */
export type NewDelivery = Pick<DeliveryRecord, "orderId" | "currency"> &
  Partial<
    Omit<DeliveryRecord, "id" | "orderId" | "currency" | "assignment" | "attention" | "rateMinor" | "commissionMinor" | "commissionBasis">
  >;

/** `subject`: the delivery that it is for; none: the order. */
export type NewInvoice = { orderId: string; subject?: string } & Pick<DocumentRecord, "country" | "currency" | "totalMinor">;

/**
 * `siblings`: all ways out of its order, the oldest first; itself among them unless it fetches what comes back. `taken`: what couriers have collected
 * for the order.
 */
export type CourierStop = { delivery: DeliveryRecord; order: OrderRecord; siblings: DeliveryRecord[]; taken: Taken };

/** Everything kept about one shop. Inside `change`, all calls share one transaction, jobs included. */
export interface ShopStore extends Jobs, DoorStore, LeftBehindStore, SettlementStore {
  readonly shopId: string;
  shop(): Promise<Shop>;
  updateShop(patch: Partial<Omit<Shop, "id">>): Promise<void>;
  /** The shop left: its tokens go, nothing is sent to it any more. */
  markUninstalled(): Promise<void>;
  /** Takes the buyer out of an order, for good: later readings don't bring them back. Fiscal documents stay as the law says. False: no such order. */
  redactOrder(gid: string): Promise<boolean>;
  /** The same for some of the shop's orders that still have a buyer; how many they were. */
  redactOrders(most: number): Promise<number>;
  /** What was told late of an order whose buyer was forgotten is forgotten too; of another order nothing changes. */
  keepForgotten(orderId: string): Promise<void>;
  /** Photos of orders without a buyer that are still kept: the file goes first, then it is forgotten, so that none is left behind. */
  photosToDelete(most: number): Promise<{ shotId: string; key: string }[]>;
  forgetPhotos(shotIds: string[]): Promise<void>;
  /** Couriers, links and certificates of a shop that has left. */
  redactPeople(): Promise<void>;
  /** Holds everyone else who locks the same name until this transaction ends. */
  lock(name: string): Promise<void>;
  /** Adds to the record of what happened; `at` is the clock's now. */
  record(event: NewEvent): Promise<void>;
  eventsOfOrder(orderId: string): Promise<EventRecord[]>;

  /** False when this delivery of the webhook is known already. */
  insertWebhook(arrival: WebhookArrival): Promise<boolean>;
  /** Whether another delivery of the same event was processed. */
  isEventProcessed(topic: string, eventId: string): Promise<boolean>;
  webhook(topic: string, webhookId: string): Promise<(WebhookArrival & { processedAt: Date | null }) | null>;
  finishWebhook(topic: string, webhookId: string, outcome: string): Promise<void>;

  order(id: string): Promise<OrderRecord>;
  /** For ids that came from outside. */
  findOrder(id: string): Promise<OrderRecord | null>;
  orderByGid(gid: string): Promise<OrderRecord | null>;
  /** Now, by the clock that also stamps arriving webhooks: taken before an order is read from Shopify. */
  readingMoment(): Promise<Date>;
  /** Whether the order was read from Shopify after this webhook had come: then it has nothing to add. */
  isReadSince(gid: string, webhook: { topic: string; webhookId: string }): Promise<boolean>;
  /** The newest orders whose card is only reserved; cancelled ones are not among them. */
  ordersToCapture(): Promise<OrderRecord[]>;
  insertOrder(order: { sale: SaleOrder; fiscalData: FiscalData | null; readAt: Date; predatesInstall?: boolean }): Promise<OrderRecord>;
  updateOrder(id: string, patch: { sale?: SaleOrder; fiscalData?: FiscalData | null; readAt?: Date }): Promise<void>;

  locations(): Promise<LocationRecord[]>;
  locationByGid(gid: string): Promise<LocationRecord | null>;
  /** All that Shopify has; what it has no more stays, inactive. What each is linked to stays too. */
  keepLocations(locations: ShopLocation[]): Promise<void>;
  linkLocation(id: string, link: LocationLink): Promise<void>;
  /** Gids of the locations that open deliveries leave from, as their orders have it. */
  openDepartures(): Promise<string[]>;

  zones(): Promise<Zone[]>;
  zone(id: string): Promise<Zone | null>;
  saveZone(zone: Zone): Promise<void>;
  nativeRates(): Promise<NativeRates>;
  keepNativeRates(rates: NativeRates): Promise<void>;
  couriers(): Promise<Courier[]>;
  /** Null: there is none such. */
  courierName(courierId: string): Promise<string | null>;
  saveCourier(courier: Courier): Promise<void>;
  /** Whether the last mail with the courier's link went through (null), or why not. */
  noteCourierMail(courierId: string, problem: Worded | null): Promise<void>;
  /** What each courier has: open stops (assigned, out for delivery, attempt failed) with their weight and cash, and stops given since instants. */
  workloads(since: { day: Date; week: Date }): Promise<Map<string, Omit<Workload, "cashMinor"> & { toCollectMinor: number }>>;
  /** Where the open stops of couriers are. */
  openAddresses(): Promise<{ courierId: string; address: PostalAddress }[]>;
  /** When each courier last got a delivery of a zone. */
  lastGiven(): Promise<{ zoneId: string; courierId: string; at: Date }[]>;

  insertAbsence(absence: Omit<AbsenceRecord, "endedAt" | "kept">): Promise<void>;
  absence(id: string): Promise<AbsenceRecord | null>;
  /** The courier's last absence of a day, or declared since a moment. */
  lastAbsence(courierId: string, of: { day: string; since: Date }): Promise<AbsenceRecord | null>;
  endAbsence(id: string, end: Pick<AbsenceRecord, "endedAt" | "kept">): Promise<void>;

  /** What is remembered of an address; see `AddressKey`. */
  rememberedPosition(addressKey: string): Promise<Remembered | null>;
  /** The same for many: those of which something is. */
  rememberedPositions(addressKeys: string[]): Promise<Map<string, Remembered>>;
  rememberPosition(addressKey: string, remembered: Remembered): Promise<void>;
  forgetPosition(addressKey: string): Promise<void>;
  /** All that were last heard of before an instant; without one, all. */
  forgetPositions(before?: Date): Promise<void>;

  /** What couriers left at these addresses; see `AddressKey`. */
  doorNotes(addressKeys: string[]): Promise<Map<string, DoorNote>>;
  /** What is not named stays as it was. */
  keepDoorNote(addressKey: string, change: Partial<DoorNote> & { notedAt: Date }): Promise<void>;
  forgetDoorNote(addressKey: string): Promise<void>;
  /** All that were left before an instant; without one, all. */
  forgetDoorNotes(before?: Date): Promise<void>;

  insertDelivery(delivery: NewDelivery): Promise<DeliveryRecord>;
  delivery(id: string): Promise<DeliveryRecord>;
  /** For ids that came from outside. */
  findDelivery(id: string): Promise<DeliveryRecord | null>;
  /** All ways out of an order, the oldest first; those that were cancelled are among them. */
  deliveriesOfOrder(orderId: string): Promise<DeliveryRecord[]>;
  /** Those that fetch the goods of its returns, the oldest first; they are none of its ways out. */
  reverseDeliveriesOfOrder(orderId: string): Promise<DeliveryRecord[]>;
  deliveriesOfCourier(courierId: string): Promise<DeliveryRecord[]>;
  /** A courier's open stops and those delivered since an instant, with their orders; in the order they were assigned. */
  stopsOfCourier(courierId: string, deliveredSince: Date): Promise<CourierStop[]>;
  /** The deliveries that the courier put in order by hand, as they put them; empty: as proposed. */
  stopOrder(courierId: string): Promise<string[]>;
  keepStopOrder(courierId: string, deliveryIds: string[]): Promise<void>;
  updateDelivery(id: string, patch: Partial<Omit<DeliveryRecord, "id" | "orderId">>): Promise<void>;
  /** Deliveries that are marked with one of these codes. */
  deliveriesUnder(codes: readonly string[]): Promise<DeliveryRecord[]>;
  /** Those that wait for a courier; with ids: those of them that do. */
  unassignedDeliveries(ids?: readonly string[]): Promise<DeliveryRecord[]>;
  /** Ids of the oldest that wait and that nothing was said of yet. */
  newDeliveries(most: number): Promise<string[]>;
  isAnyWaiting(): Promise<boolean>;

  /** A run that begins to be loaded. */
  insertRun(run: Pick<RunRecord, "courierId" | "locationId">): Promise<RunRecord>;
  run(id: string): Promise<RunRecord>;
  /** For ids that came from outside. */
  findRun(id: string): Promise<RunRecord | null>;
  /** A courier's runs that have not ended, the oldest first. */
  openRuns(courierId: string): Promise<RunRecord[]>;
  /** What lies in a run, with its orders; in the order it was assigned. */
  stopsOfRun(runId: string): Promise<{ delivery: DeliveryRecord; order: OrderRecord }[]>;
  updateRun(id: string, patch: Partial<Omit<RunRecord, "id" | "courierId" | "locationId" | "createdAt">>): Promise<void>;

  issuer(): Promise<IssuerRecord | null>;
  saveIssuer(issuer: IssuerRecord): Promise<void>;
  establishments(issuerId: string): Promise<EstablishmentRecord[]>;
  saveEstablishment(establishment: EstablishmentRecord): Promise<void>;
  activeCertificate(issuerId: string): Promise<CertificateRecord | null>;
  /** The new one becomes the active one. */
  saveCertificate(certificate: Omit<CertificateRecord, "active" | "warnedDays">): Promise<void>;
  markCertificateWarned(id: string, days: number): Promise<void>;
  series(issuerId: string): Promise<SeriesRecord[]>;
  saveSeries(series: SeriesRecord): Promise<void>;
  /** The series of a document type at an issuer's place, begun at 1 when there was none, as its type's default or not. */
  openSeries(place: SeriesKey & { issuerId: string; isDefault: boolean }): Promise<SeriesRecord>;
  /** The next number of a series; only inside `change`, together with the document that bears it. */
  takeNumber(seriesId: string): Promise<number>;
  /** Whether a document bears a number of the series: from then on its place and count are fixed. */
  isSeriesUsed(seriesId: string): Promise<boolean>;

  /** The categories that the merchant's table has for these products. */
  productTaxCategories(productIds: string[]): Promise<Map<string, string>>;
  /** null takes a product out of the table. */
  saveProductTaxCategories(products: ProductCategory[]): Promise<void>;

  /** A run of the month that begins; one of before gives way to it with its results. */
  openShadowRun(month: string): Promise<ShadowRunRecord>;
  /** Null: another run has taken its place. */
  shadowRun(id: string): Promise<ShadowRunRecord | null>;
  shadowRunOf(month: string): Promise<ShadowRunRecord | null>;
  /** The last begun first. */
  shadowRuns(): Promise<ShadowRunRecord[]>;
  updateShadowRun(id: string, patch: Partial<Omit<ShadowRunRecord, "id" | "month" | "startedAt">>): Promise<void>;
  /** Which of these orders the run has looked at. */
  judgedOrders(runId: string, orderGids: string[]): Promise<Set<string>>;
  /** The first look at an order stands. */
  insertShadowResult(runId: string, result: ShadowResult): Promise<void>;
  forgetShadowResults(orderGids: string[]): Promise<void>;
  forgetShadowMonths(): Promise<void>;
  /** Whether issuer, series, certificate, triggers, payment codes or taxes were changed since the run began. */
  areSettingsNewerThan(runId: string): Promise<boolean>;

  /** The document of a kind for its subject, made when there was none: `created` tells. */
  openDocument(
    document: Pick<DocumentRecord, "kind" | "subject" | "orderId" | "originalId" | "country" | "currency" | "totalMinor">,
  ): Promise<{ document: DocumentRecord; created: boolean }>;
  /** The same for an order's invoice, or that of one of its deliveries. */
  openInvoice(document: NewInvoice): Promise<{ document: DocumentRecord; created: boolean }>;
  document(id: string): Promise<DocumentRecord>;
  /** For ids that came from outside. */
  findDocument(id: string): Promise<DocumentRecord | null>;
  /** An order's invoices, the oldest first: one, or one for each delivery. A voided one that made room for another is not among them. */
  invoicesOfOrder(orderId: string): Promise<DocumentRecord[]>;
  /** The same for several. */
  invoicesOfOrders(orderIds: string[]): Promise<DocumentRecord[]>;
  guideOfRun(runId: string): Promise<DocumentRecord | null>;
  /** Authorised guides of a courier's runs that somebody must look at. */
  guidesToSettle(courierId: string): Promise<DocumentRecord[]>;
  /** All that was issued about an order, the oldest first. */
  documentsOfOrder(orderId: string): Promise<DocumentRecord[]>;
  /** A voided document gives up its subject, so that another may be issued for it; it stays with its order. */
  makeRoom(documentId: string): Promise<void>;
  documentsIn(states: DocumentRecord["state"][], limit: number): Promise<DocumentRecord[]>;
  /** The same, of those that somebody must look at or that wait for something. */
  markedDocuments(states: DocumentRecord["state"][], limit: number): Promise<DocumentRecord[]>;
  updateDocument(
    id: string,
    patch: Partial<Omit<DocumentRecord, "id" | "orderId" | "kind" | "subject" | "originalId" | "country" | "createdAt">>,
  ): Promise<void>;
}

export interface Store {
  of(shopId: string): ShopStore;
  /** One transaction. What it throws undoes it whole. */
  change<T>(shopId: string, work: (store: ShopStore) => Promise<T>): Promise<T>;
  /** Runs work while nobody else, in any process, runs work under this name. No transaction: for work that looks at the world before it changes it. */
  exclusively<T>(shopId: string, name: string, work: () => Promise<T>): Promise<T>;
  /**
   * Writes down what a phone told and asks for the job that works it out: kept when it answers. What many tell at the same moment goes in together,
   * each as if it had come alone. Which ids were not known.
   */
  takeArrival(shopId: string, arrival: PhoneEventArrival): Promise<Set<string>>;
  shopByDomain(domain: string): Promise<Shop | null>;
  shopByPublicKey(publicKey: string): Promise<Shop | null>;
  /** Makes the shop, or takes it back. `installedAt` moves only when it was away long enough to have looked after its orders otherwise. */
  installShop(shop: {
    domain: string;
    name: string;
    email: string | null;
    timeZone: string;
    currency: string;
    locale: string;
  }): Promise<{ shop: Shop; fresh: boolean }>;
  installedShops(): Promise<Shop[]>;
}

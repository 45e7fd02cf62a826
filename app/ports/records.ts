import type { Considered } from "~/domain/assignment/choice";
import type { AssignmentRules, CourierTerms, Strategy } from "~/domain/assignment/terms";
import type { Held } from "~/domain/delivery/held";
import type { Refused } from "~/domain/delivery/refusal";
import type { DeliveryState } from "~/domain/delivery/states";
import type { TransportData } from "~/domain/dispatch/carrier";
import type { GuideSetting } from "~/domain/dispatch/guide-setting";
import type { RunState } from "~/domain/dispatch/run";
import type { DocumentInput, DocumentState, DocumentType, Issuer, SeriesKey } from "~/domain/document/document";
import type { InvoiceTriggers } from "~/domain/document/trigger";
import type { GiftCardRule } from "~/domain/document/gift-cards";
import type { InvoicePer } from "~/domain/document/invoice-per";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { Units } from "~/domain/order/fulfillment";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import type { Drift } from "~/domain/native-rate/plan-rates";
import type { Written } from "~/domain/native-rate/profile";
import type { WayMethod } from "~/domain/order/way";
import type { Place } from "~/domain/place/place";
import type { Doubt } from "~/domain/proof/doubt";
import type { FailureReason } from "~/domain/proof/failure-reasons";
import type { ProofRules } from "~/domain/proof/rules";
import type { CommissionBasis, CommissionRule } from "~/domain/rate/commission";
import type { Schedule } from "~/domain/rate/rate-table";
import type { Service } from "~/domain/rate/service";
import type { GeocoderSetting } from "./maps";
import type { ZoneArea } from "~/domain/zone/zone-index";
import type { TaxRule } from "~/domain/tax-category/rules";
/** A code with its parameters, worded by i18n (`attention.<code>`, `reason.<code>`). */
export type Worded = { code: string; params?: Record<string, string | number> };

/** Why Shopify doesn't ask us for prices: the plan has none, the merchant hasn't granted the scope, our address displeased, or something else. */
export type CarrierRefusal = { state: "not_on_plan" | "no_scope" | "bad_callback" | "refused"; reason: string };

/** The merchant hasn't granted the scope for it. */
export type LocationsRefusal = { state: "no_scope"; reason: string };

/** A place of the shop as Shopify has it. */
export type ShopLocation = Omit<PostalAddress, "name" | "phone" | "latitude" | "longitude"> & {
  gid: string;
  name: string;
  active: boolean;
};

/** What it is to the tax authority: both null, and what leaves from it is numbered at the default place. */
export type LocationLink = { establishment: string | null; emissionPoint: string | null; originAddress: string | null };
export type LocationRecord = ShopLocation & LocationLink & { id: string };

export type Shop = {
  id: string;
  domain: string;
  publicKey: string;
  name: string;
  email: string | null;
  timeZone: string;
  currency: string;
  locale: string;
  installedAt: Date;
  /** When the app was last installed; `installedAt` says since when orders are ours. */
  lastInstalledAt: Date;
  uninstalledAt: Date | null;
  carrierService: "unknown" | "active" | CarrierRefusal["state"];
  /** Shopify's own words when it refused. */
  carrierProblem: string | null;
  carrierServiceGid: string | null;
  carrierSecretHash: string | null;
  /** Whether Shopify lets us read the shop's locations. */
  locationsState: "unknown" | "read" | LocationsRefusal["state"];
  /** Shopify's own words when it refused. */
  locationsProblem: string | null;
  invoiceTriggers: InvoiceTriggers;
  invoiceDelaySeconds: number;
  /** Gateway → the authority's payment code, as the merchant chose. */
  paymentCodes: Record<string, string>;
  taxRules: TaxRule[];
  guides: GuideSetting;
  /** An invoice issued as its courier sets out stands in for a guide. */
  invoiceIsGuide: boolean;
  giftCards: GiftCardRule;
  invoicePer: InvoicePer;
  /** Who is asked where an address is. */
  geocoder: GeocoderSetting | null;
  /** A server that tells times on the road. */
  osrmUrl: string | null;
  sweptTo: Date | null;
  /** auto: where the plan lets Shopify ask nobody, our rates stand in the shop's own settings; off: the merchant's do. */
  nativeRates: "auto" | "off";
  /** Whether an unpaid order that came without shipping gets the zone's price by itself. */
  chargeShipping: boolean;
  /** Counts the changes of its zones. */
  zonesVersion: number;
  /** What is wanted as proof of delivery, and why attempts fail here; null: the defaults. */
  proofRules: ProofRules | null;
  failureReasons: FailureReason[] | null;
} & AssignmentRules;

/** The zones' prices in the shop's own shipping settings. `off`: we have none there. */
export type NativeRates = {
  state: "off" | "waiting" | "written" | "drifted" | "refused";
  problem: Worded | null;
  written: Written[];
  /** Every rate that was there before a write whose end we don't know; null: none such. `doomed`: what it was to take away. */
  seen: string[] | null;
  doomed: string[];
  drift: Drift[];
  /** Zones for which the function's table has no room, by name: they have no rates. */
  tooLarge: string[];
  /** Where our rates may be. */
  countries: string[];
  checkedAt: Date | null;
};

export type OrderRecord = {
  id: string;
  gid: string;
  name: string;
  number: number;
  updatedAt: Date;
  sale: SaleOrder;
  fiscalData: FiscalData | null;
  /** Placed before the shop had the app: no delivery, and an invoice only by hand. */
  predatesInstall: boolean;
};

/** Area, prices, commission, couriers, days and terms of one zone; amounts in its currency's minor units. */
export type Zone = ZoneArea & {
  currency: string;
  services: Service[];
  commission: CommissionRule;
  /** When it is served; empty: always. */
  hours: Schedule[];
  /** yyyy-mm-dd. */
  daysOff: string[];
  orderMinMinor: number | null;
  orderMaxMinor: number | null;
  cashAllowed: boolean;
  /** Where its documents are numbered; null: as the order's location says. */
  place: Place | null;
  /** In the order in which the merchant has them. */
  courierIds: string[];
  /** null: as the shop says. */
  strategy: Strategy | null;
  locationGids: string[];
};
export type Courier = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string;
} & CourierTerms &
  TransportData;

/** One stop of a courier who is out: as it was, and as it was left. */
export type StopMove = {
  deliveryId: string;
  before: Pick<DeliveryRecord, "state" | "courierId" | "zoneId" | "runId" | "attention" | "assignment"> & { assignedAt: string | null };
  after: Pick<DeliveryRecord, "state" | "courierId" | "zoneId" | "attention"> & { assignedAt: string | null };
};
export type AbsenceRecord = {
  id: string;
  courierId: string;
  /** yyyy-mm-dd, in the shop's zone. */
  day: string;
  declaredAt: Date;
  actor: string;
  moves: StopMove[];
  runs: Pick<RunRecord, "id" | "state">[];
  endedAt: Date | null;
  /** null: it was not taken back; else what could not be restored, and why. */
  kept: { deliveryId: string; why: string }[] | null;
};

/** What one courier loads at once and carries under one dispatch guide; the guide's subject is its id. */
export type RunRecord = {
  id: string;
  courierId: string;
  state: RunState;
  createdAt: Date;
  /** Since when it may set out. */
  loadedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Where it leaves from; null: no place of the shop that we know. */
  locationId: string | null;
  overrideReason: string | null;
  overriddenBy: string | null;
};

/** Why this zone and courier, or why none. */
export type AssignmentReason = Worded & {
  considered: Considered[];
};

export type DeliveryRecord = {
  id: string;
  orderId: string;
  method: WayMethod;
  /** Where it leaves from; null: Shopify has not said yet. */
  locationGid: string | null;
  fulfillmentOrderGids: string[];
  lines: Units[];
  /** Units that the recipient did not take; `owesRest`: they are still with the courier. */
  refused: Refused[];
  owesRest: boolean;
  /** How many parcels it is packed in. */
  parcels: number;
  state: DeliveryState;
  zoneId: string | null;
  courierId: string | null;
  assignment: AssignmentReason | null;
  assignedAt: Date | null;
  rateMinor: number | null;
  commissionMinor: number | null;
  /** What the commission was reckoned from; null: nothing was reckoned. */
  commissionBasis: CommissionBasis | null;
  currency: string;
  startedAt: Date | null;
  deliveredAt: Date | null;
  /** Since when nothing waits for its first photo any more; null while it is delivered: capture and invoice wait. */
  provenAt: Date | null;
  /** What they wait for, and until when at the longest; null: for as long as it takes. */
  heldFor: Held | null;
  heldUntil: Date | null;
  /** What contradicts its confirmation; null: nothing does. */
  doubt: Doubt | null;
  fulfillmentGid: string | null;
  runId: string | null;
  /** yyyy-mm-dd: when the buyer wants it tried again, as its last failed attempt says. */
  reattemptOn?: string | null;
  attention: Worded | null;
};

/** A look at a month's orders (yyyy-mm, in the shop's zone): what would have become of each. */
export type ShadowRunRecord = {
  id: string;
  month: string;
  state: "running" | "ended" | "stopped";
  startedAt: Date;
  endedAt: Date | null;
  /** After which page of Shopify's list it goes on. */
  cursor: string | null;
  /** Why it signs with a throw-away certificate; null: with the shop's own. */
  certificateProblem: Worded | null;
  /** Why it was stopped. */
  problem: Worded | null;
};

/** `timeZone`: where its fiscal days begin and end; absent or null: as in the country. */
export type IssuerRecord = Issuer & { timeZone?: string | null };
/** What documents of one establishment say otherwise than the issuer's; null: the same. */
export type EstablishmentRecord = { issuerId: string; code: string; address: string | null; tradeName: string | null };
export type CertificateRecord = {
  id: string;
  issuerId: string;
  keyEncrypted: string;
  certificateDer: Uint8Array;
  subject: string;
  issuedBy: string;
  /** The authorities above it, the issuing one first, as far as its file names them. */
  chain: string[];
  serial: string;
  taxId: string | null;
  notBefore: Date;
  notAfter: Date;
  uploadedAt: Date;
  active: boolean;
  /** The last warning that went out, in days before expiry. */
  warnedDays: number | null;
};
export type SeriesRecord = SeriesKey & { id: string; issuerId: string; firstNumber: number; nextNumber: number; isDefault: boolean };

export type AuthorisationRecord = { number: string; at: string; environment: string; xml: string };
/** `to` null: the buyer's own address. The id is the message's, however often it has to be tried. */
export type MailAsked = { id: string; to: string | null };
export type DocumentRecord = {
  id: string;
  /** null: it belongs to a run. */
  orderId: string | null;
  kind: DocumentType;
  subject: string;
  originalId: string | null;
  settledRefunds: string[];
  country: string;
  state: DocumentState;
  seriesId: string | null;
  sequence: number | null;
  number: string | null;
  accessKey: string | null;
  issueDate: string | null;
  /** The accountant's choice for a late document. */
  chosenIssueDate: string | null;
  input: DocumentInput | null;
  currency: string;
  totalMinor: number;
  signedXml: string | null;
  signedAt: Date | null;
  sentAt: Date | null;
  authorisationNumber: string | null;
  authorisedAt: Date | null;
  authorisation: AuthorisationRecord | null;
  messages: { code: string; text: string; detail: string | null; kind: string }[];
  attention: Worded | null;
  tries: number;
  createdAt: Date;
  numberedAt: Date | null;
  /** Mails that a person asked for and that are still to be sent, the oldest first. */
  mailsAsked: MailAsked[];
  mailedTo: string | null;
  mailedAt: Date | null;
  writtenBackAt: Date | null;
};

export type EventRecord = {
  id: string;
  at: Date;
  orderId: string | null;
  deliveryId: string | null;
  documentId: string | null;
  /** shopper | system | courier:<name> | merchant:<name> | authority */
  actor: string;
  type: string;
  from: string | null;
  to: string | null;
  reason: Worded | null;
};
export type NewEvent = Partial<Pick<EventRecord, "orderId" | "deliveryId" | "documentId" | "from" | "to" | "reason">> &
  Pick<EventRecord, "actor" | "type">;

export type WebhookArrival = {
  topic: string;
  webhookId: string;
  eventId: string | null;
  subjectGid: string | null;
  triggeredAt: Date | null;
  payload: unknown | null;
};

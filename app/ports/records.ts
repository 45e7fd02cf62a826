import type { Considered } from "~/domain/assignment/choice";
import type { AssignmentRules, Strategy } from "~/domain/assignment/terms";
import type { Held } from "~/domain/delivery/held";
import type { Refused } from "~/domain/delivery/refusal";
import type { DeliveryState } from "~/domain/delivery/states";
import type { GuideSetting } from "~/domain/dispatch/guide-setting";
import type { GiftCardRule } from "~/domain/document/gift-cards";
import type { InvoicePer } from "~/domain/document/invoice-per";
import type { InvoiceTriggers } from "~/domain/document/trigger";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { Drift } from "~/domain/native-rate/plan-rates";
import type { Written } from "~/domain/native-rate/profile";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { WayMethod } from "~/domain/order/way";
import type { Place } from "~/domain/place/place";
import type { Doubt } from "~/domain/proof/doubt";
import type { FailureReason } from "~/domain/proof/failure-reasons";
import type { ProofRules } from "~/domain/proof/rules";
import type { CommissionBasis, CommissionRule } from "~/domain/rate/commission";
import type { Schedule } from "~/domain/rate/rate-table";
import type { Service } from "~/domain/rate/service";
import type { TaxRule } from "~/domain/tax-category/rules";
import type { ZoneArea } from "~/domain/zone/zone-index";
import type { LocationsRefusal } from "./location-records";
import type { GeocoderSetting } from "./maps";

/** A code with its parameters, worded by i18n (`attention.<code>`, `reason.<code>`). */
export type Worded = { code: string; params?: Record<string, string | number> };

/** Why Shopify doesn't ask us for prices: the plan has none, the merchant hasn't granted the scope, our address displeased, or something else. */
export type CarrierRefusal = { state: "not_on_plan" | "no_scope" | "bad_callback" | "refused"; reason: string };

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
  /** Shopify's return whose goods it fetches from the buyer; null, or absent: it brings goods out. */
  returnGid?: string | null;
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

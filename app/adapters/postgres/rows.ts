import type {
  Courier as CourierRow,
  CourierAbsence,
  Delivery,
  FiscalDocument,
  Order,
  Prisma,
  Run,
  ShadowRun,
  Shop as ShopRow,
} from "@prisma/client";
import type { Held } from "~/domain/delivery/held";
import type { Refused } from "~/domain/delivery/refusal";
import type { DeliveryState } from "~/domain/delivery/states";
import type { DocumentInput, DocumentState, DocumentType } from "~/domain/document/document";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { WayMethod } from "~/domain/order/way";
import type { Doubt } from "~/domain/proof/doubt";
import type { AbsenceRecord, Courier, RunRecord } from "~/ports/courier-records";
import type { AuthorisationRecord, DocumentRecord, MailAsked } from "~/ports/document-records";
import type { AssignmentReason, DeliveryRecord, OrderRecord, ShadowRunRecord, Shop, Worded, Zone } from "~/ports/records";

/** A Prisma column of type Json as the type we put into it ourselves. */
const fromJson = <T>(value: Prisma.JsonValue): T => value as unknown as T;
const orNull = (value: bigint | null): number | null => (value === null ? null : Number(value));

export const toShop = ({
  id,
  domain,
  publicKey,
  name,
  email,
  timeZone,
  currency,
  locale,
  installedAt,
  lastInstalledAt,
  uninstalledAt,
  carrierProblem,
  carrierServiceGid,
  carrierSecretHash,
  locationsProblem,
  invoiceDelaySeconds,
  sweptTo,
  chargeShipping,
  zonesVersion,
  invoiceIsGuide,
  osrmUrl,
  ...row
}: ShopRow): Shop => ({
  id,
  domain,
  publicKey,
  name,
  email,
  timeZone,
  currency,
  locale,
  installedAt,
  lastInstalledAt,
  uninstalledAt,
  carrierProblem,
  carrierServiceGid,
  carrierSecretHash,
  locationsProblem,
  invoiceDelaySeconds,
  sweptTo,
  chargeShipping,
  zonesVersion,
  invoiceIsGuide,
  osrmUrl,
  geocoder: fromJson<Shop["geocoder"]>(row.geocoder),
  locationsState: row.locationsState as Shop["locationsState"],
  carrierService: row.carrierService as Shop["carrierService"],
  invoiceTriggers: fromJson(row.invoiceTriggers),
  paymentCodes: fromJson(row.paymentCodes),
  taxRules: fromJson(row.taxRules),
  guides: row.guides as Shop["guides"],
  giftCards: row.giftCards as Shop["giftCards"],
  nativeRates: row.nativeRates as Shop["nativeRates"],
  invoicePer: row.invoicePer as Shop["invoicePer"],
  strategy: row.strategy as Shop["strategy"],
  holidaysWorked: row.holidaysWorked,
  plates: fromJson(row.plates),
  proofRules: fromJson<Shop["proofRules"]>(row.proofRules),
  failureReasons: fromJson<Shop["failureReasons"]>(row.failureReasons),
});

export const toOrder = ({ id, gid, name, number, updatedAt, sale, fiscalData, predatesInstall }: Order): OrderRecord => ({
  id,
  gid,
  name,
  number,
  updatedAt,
  predatesInstall,
  sale: fromJson<SaleOrder>(sale),
  fiscalData: fromJson<FiscalData | null>(fiscalData),
});

type ZoneRow = Prisma.ZoneGetPayload<{ include: { couriers: true } }>;
export const toZone = ({
  couriers,
  establishment,
  emissionPoint,
  orderMinMinor,
  orderMaxMinor,
  shopId: _shopId,
  ...row
}: ZoneRow): Zone => ({
  ...row,
  area: fromJson<Zone["area"]>(row.area),
  services: fromJson<Zone["services"]>(row.services),
  commission: fromJson<Zone["commission"]>(row.commission),
  hours: fromJson<Zone["hours"]>(row.hours),
  orderMinMinor: orderMinMinor === null ? null : Number(orderMinMinor),
  orderMaxMinor: orderMaxMinor === null ? null : Number(orderMaxMinor),
  place: establishment && emissionPoint ? { establishment, emissionPoint } : null,
  courierIds: couriers.map(({ courierId }) => courierId),
  strategy: row.strategy as Zone["strategy"],
});

export const toCourier = ({
  shopId: _shopId,
  mailProblem: _problem,
  pinHash: _pin,
  cashLimitMinor,
  shifts,
  ...courier
}: CourierRow): Courier => ({
  ...courier,
  cashLimitMinor: orNull(cashLimitMinor),
  shifts: fromJson(shifts),
});

export const toAbsence = ({ shopId: _shopId, moves, runs, kept, ...absence }: CourierAbsence): AbsenceRecord => ({
  ...absence,
  moves: fromJson(moves),
  runs: fromJson(runs),
  kept: fromJson(kept),
});

export const toRun = ({ shopId: _shopId, ...run }: Run): RunRecord => ({ ...run, state: run.state as RunRecord["state"] });

export const toShadowRun = ({ shopId: _shopId, certificateProblem, problem, ...run }: ShadowRun): ShadowRunRecord => ({
  ...run,
  state: run.state as ShadowRunRecord["state"],
  certificateProblem: fromJson<Worded | null>(certificateProblem),
  problem: fromJson<Worded | null>(problem),
});

export const toDelivery = ({
  id,
  orderId,
  zoneId,
  courierId,
  assignedAt,
  currency,
  startedAt,
  deliveredAt,
  provenAt,
  heldUntil,
  fulfillmentGid,
  runId,
  locationGid,
  fulfillmentOrderGids,
  owesRest,
  parcels,
  reattemptOn,
  returnGid,
  ...row
}: Delivery): DeliveryRecord => ({
  id,
  orderId,
  zoneId,
  courierId,
  assignedAt,
  currency,
  startedAt,
  deliveredAt,
  provenAt,
  heldUntil,
  fulfillmentGid,
  runId,
  locationGid,
  fulfillmentOrderGids,
  owesRest,
  parcels,
  refused: fromJson<Refused[]>(row.refused),
  reattemptOn,
  returnGid,
  method: row.method as WayMethod,
  lines: fromJson<Units[]>(row.lines),
  state: row.state as DeliveryState,
  heldFor: row.heldFor as Held | null,
  doubt: fromJson<Doubt | null>(row.doubt),
  assignment: fromJson<AssignmentReason | null>(row.assignment),
  attention: fromJson<Worded | null>(row.attention),
  rateMinor: orNull(row.rateMinor),
  commissionMinor: orNull(row.commissionMinor),
  commissionBasis: fromJson<DeliveryRecord["commissionBasis"]>(row.commissionBasis),
});

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

export const toDocument = ({ shopId: _shopId, issueDate, chosenIssueDate, totalMinor, ...row }: FiscalDocument): DocumentRecord => ({
  ...row,
  kind: row.kind as DocumentType,
  state: row.state as DocumentState,
  totalMinor: Number(totalMinor),
  issueDate: dayOf(issueDate),
  chosenIssueDate: dayOf(chosenIssueDate),
  input: row.input === null ? null : reviveInput(fromJson<DocumentInput>(row.input)),
  authorisation: fromJson<AuthorisationRecord | null>(row.authorisation),
  messages: fromJson<DocumentRecord["messages"] | null>(row.messages) ?? [],
  attention: fromJson<Worded | null>(row.attention),
  mailsAsked: fromJson<MailAsked[] | null>(row.mailsAsked) ?? [],
});

/** JSON has no bigint: unit prices travel as decimal strings. */
export const storeInput = (input: DocumentInput): Prisma.InputJsonValue =>
  JSON.parse(
    JSON.stringify(input, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)),
  ) as Prisma.InputJsonValue;

/** A guide has no prices. */
const reviveInput = <T extends DocumentInput>(input: T): T =>
  "totals" in input
    ? {
        ...input,
        totals: { ...input.totals, lines: input.totals.lines.map((line) => ({ ...line, unitPriceMicros: BigInt(line.unitPriceMicros) })) },
      }
    : input;

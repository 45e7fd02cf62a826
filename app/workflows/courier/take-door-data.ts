import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { askedAtDoor } from "~/domain/fiscal-data/asked-at-door";
import { mayChangeFiscalData } from "~/domain/fiscal-data/may-change";
import { fiscalDataProblems } from "~/domain/fiscal-data/problems";
import type { ConfirmEvent } from "~/domain/phone-event/event";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { saveFiscalData } from "~/workflows/order/collect-fiscal-data";
import type { AtTheDoor } from "./at-the-door";

/**
 * The buyer's data that were asked for at the door, taken before the invoice is requested: never over what the buyer gave, and only what an
 * invoice can be made with. Where an invoice waits already its own job takes them, which nobody's numbering comes between. Part of the caller's
 * transaction.
 */
export async function takeDoorData(ports: Pick<Ports, "countries">, s: ShopStore, door: AtTheDoor<ConfirmEvent>): Promise<void> {
  const { told, delivery, actor } = door;
  const { fiscalData, id: eventId } = told.event;
  if (!fiscalData) return;
  const { orderId } = delivery;
  // An invoice is opened under the same lock.
  await s.lock(`invoice:${orderId}`);
  const [order, invoices] = [await s.order(orderId), await s.invoicesOfOrder(orderId)];
  if (!isWanted(ports, order, invoices, fiscalData)) return;
  if (invoices.length === 0) {
    await s.updateOrder(orderId, { fiscalData });
    await s.record({ orderId, actor, type: "fiscal_data", from: null, to: fiscalData.idType });
  }
  await s.enqueue("keep-door-data", { shopId: s.shopId, courierId: told.courierId, eventId });
}

function isWanted(
  { countries }: Pick<Ports, "countries">,
  { fiscalData, sale }: OrderRecord,
  invoices: readonly DocumentRecord[],
  told: FiscalData,
): boolean {
  const isNamed = invoices.some(({ state }) => !mayChangeFiscalData(state));
  const facts = { fiscalData, totalMinor: sale.totalMinor, finalConsumerMinor: countries("EC").finalConsumerLimit.minor, isNamed };
  return askedAtDoor(facts) !== null && fiscalDataProblems(told).length === 0;
}

type Input = { shopId: string; courierId: string; eventId: string };

/** The job that tells Shopify's order what was asked for at the door, and lets an invoice that waited for it go on. */
export async function keepDoorData(
  ports: Pick<Ports, "store" | "admin" | "countries">,
  { shopId, courierId, eventId }: Input,
): Promise<void> {
  const s = ports.store.of(shopId);
  const told = await s.phoneEvent(courierId, eventId);
  // The buyer may have been forgotten meanwhile.
  if (told?.event.kind !== "confirm" || !told.event.fiscalData) return;
  const { fiscalData, deliveryId } = told.event;
  const { orderId } = await s.delivery(deliveryId);
  const [order, invoices] = [await s.order(orderId), await s.invoicesOfOrder(orderId)];
  if (isSame(order.fiscalData, fiscalData)) return ports.admin(await s.shop()).setOrderMetafield(order.gid, "fiscal_data", fiscalData);
  if (!isWanted(ports, order, invoices, fiscalData)) return;
  const name = (await s.couriers()).find(({ id }) => id === courierId)?.name ?? courierId;
  try {
    await saveFiscalData(ports, { shopId, orderId, fiscalData, actor: `courier:${name}` });
  } catch (error) {
    // Numbered in between, with what was known then: order and invoice name the same buyer.
    if (!(error instanceof PermanentFailure) || error.code !== "already_issued") throw error;
  }
}

const isSame = (one: FiscalData | null, other: FiscalData): boolean =>
  one !== null && one.idType === other.idType && one.idNumber === other.idNumber && one.legalName === other.legalName;

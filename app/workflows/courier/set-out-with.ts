import { weightier } from "~/domain/attention/weight";
import { PARCEL_WITH_OTHER } from "~/domain/delivery/parcel-with-other";
import type { StartEvent } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { currentNotice } from "~/workflows/delivery/price-notice";
import { isPinWanted } from "~/workflows/delivery/tell-pin";
import { requestInvoice } from "~/workflows/document/request-invoice";
import { putUnderWay } from "~/workflows/run/set-out";
import type { AtTheDoor } from "./at-the-door";
import { parcelMissing, parcelsReason } from "./note-parcels";

/** The courier has set out with a delivery: its state, its event, Shopify's news and what is invoiced on dispatch follow. */
export async function setOutWith(
  ports: Pick<Ports, "countries">,
  s: ShopStore,
  { delivery, at, actor, told, courier }: Pick<AtTheDoor<StartEvent>, "delivery" | "at" | "actor" | "told" | "courier">,
): Promise<void> {
  const { id: deliveryId, orderId, state: from } = delivery;
  await putUnderWay(s, delivery, at);
  await s.updateDelivery(deliveryId, { state: "out_for_delivery", startedAt: at, ...(await fetched(s, delivery)) });
  const { parcels } = told.event;
  const short = parcelMissing("set_out_short", parcels, courier);
  if (short) await s.updateDelivery(deliveryId, { attention: weightier<Worded>((await s.delivery(deliveryId)).attention, short) });
  const reason = parcelsReason(parcels, courier);
  await s.record({ actor, type: "delivery", orderId, deliveryId, from, to: "out_for_delivery", ...(reason && { reason }) });
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
  if (isPinWanted(await s.shop())) await s.enqueue("tell-pin", { shopId: s.shopId, deliveryId });
  await requestInvoice(ports, s, { order: await s.order(orderId), moment: "on_dispatch", deliveryId });
}

/** Who sets out has the parcel: that it was with somebody else is over. */
async function fetched(s: ShopStore, delivery: DeliveryRecord): Promise<Partial<DeliveryRecord>> {
  if (delivery.attention?.code !== PARCEL_WITH_OTHER) return {};
  return { attention: await currentNotice(s, (await s.order(delivery.orderId)).sale, delivery) };
}

import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { PARCEL_WITH_OTHER } from "~/domain/delivery/parcel-with-other";
import { currentNotice } from "./price-notice";
import { courierActor, mustBecome, ownDelivery } from "./own-delivery";
import { requestInvoice } from "~/workflows/document/request-invoice";
import { setOut } from "~/workflows/run/set-out";

export type StartDelivery = { shopId: string; courierId: string; deliveryId: string };

/** The courier sets out. Pressed twice, it starts once. Throws PermanentFailure when the delivery isn't theirs to start. */
export async function startDelivery(
  ports: Pick<Ports, "store" | "clock" | "countries">,
  { shopId, courierId, deliveryId }: StartDelivery,
): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await ownDelivery(s, { courierId, deliveryId });
    if (delivery.state === "out_for_delivery") return;
    mustBecome(delivery, "out_for_delivery");
    await setOut(ports, s, delivery);
    await s.updateDelivery(deliveryId, { state: "out_for_delivery", startedAt: ports.clock.now(), ...(await fetched(s, delivery)) });
    await s.record({
      actor: await courierActor(s, courierId),
      type: "delivery",
      orderId: delivery.orderId,
      deliveryId,
      from: delivery.state,
      to: "out_for_delivery",
    });
    await s.enqueue("publish-delivery", { shopId, deliveryId });
    await requestInvoice(ports, s, { order: await s.order(delivery.orderId), moment: "on_dispatch", deliveryId });
  });
}

/** Who sets out has the parcel: that it was with somebody else is over. */
async function fetched(s: ShopStore, delivery: DeliveryRecord): Promise<Partial<DeliveryRecord>> {
  if (delivery.attention?.code !== PARCEL_WITH_OTHER) return {};
  return { attention: await currentNotice(s, (await s.order(delivery.orderId)).sale, delivery) };
}

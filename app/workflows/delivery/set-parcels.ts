import { canBePackedAnew } from "~/domain/delivery/parcels";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";

type Input = { shopId: string; deliveryId: string; parcels: number; actor: string };

/** A person says how many parcels (1–99) a delivery is packed in. Throws PermanentFailure delivery_has_left once it is on its way. */
export const setParcels = ({ store }: Pick<Ports, "store">, { shopId, deliveryId, parcels, actor }: Input): Promise<void> =>
  store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const { orderId, state, parcels: before } = await s.delivery(deliveryId);
    if (!canBePackedAnew(state)) throw new PermanentFailure("delivery_has_left");
    if (parcels === before) return;
    await s.updateDelivery(deliveryId, { parcels });
    await s.record({
      ...{ actor, type: "delivery", orderId, deliveryId, from: state, to: state },
      reason: { code: "parcels_set", params: { before, parcels } },
    });
  });

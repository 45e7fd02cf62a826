import { OPEN_STATES, type DeliveryState } from "~/domain/delivery/states";
import { stopOf, type Stop } from "~/domain/delivery/stop";
import { parcelCode } from "~/domain/delivery/parcel-code";
import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

/** What lies on a parcel. `parcel`: which of its delivery's it is; `code`: for a camera. */
export type ParcelLabel = Pick<Stop, "deliveryId" | "orderName" | "addressLines" | "units" | "place" | "collect"> & {
  parcel: { number: number; of: number };
  code: string;
  buyer: string;
  zone: string | null;
  courier: string | null;
};

const LABELLED: readonly DeliveryState[] = ["unassigned", ...OPEN_STATES];

/** A label for each parcel of these orders that a courier is still to bring, in the orders' order. */
export async function parcelLabels(
  { store }: Pick<QueryPorts, "store">,
  { shop, orderIds }: { shop: Pick<Shop, "id">; orderIds: readonly string[] },
): Promise<ParcelLabel[]> {
  const s = store.of(shop.id);
  const [couriers, zones, taken] = await Promise.all([s.couriers(), s.zones(), s.takenFor(orderIds)]);
  const labels = await Promise.all(
    orderIds.map(async (id): Promise<ParcelLabel[]> => {
      const order = await s.findOrder(id);
      if (!order) return [];
      const deliveries = await s.deliveriesOfOrder(id);
      return deliveries
        .filter(({ method, state }) => method === "courier" && LABELLED.includes(state))
        .flatMap((delivery) => {
          const stop = stopOf(delivery, order.sale, deliveries, taken.get(id));
          const { deliveryId, orderName, addressLines, units, parcels, place, collect } = stop;
          const label = {
            ...{ deliveryId, orderName, addressLines, units, place, collect },
            buyer: order.sale.shippingAddress?.name ?? order.sale.customerName,
            zone: zones.find((zone) => zone.id === delivery.zoneId)?.name ?? null,
            courier: couriers.find((courier) => courier.id === delivery.courierId)?.name ?? null,
          };
          return numbers(parcels).map((number) => ({
            ...label,
            parcel: { number, of: parcels },
            code: parcelCode({ deliveryId, number }),
          }));
        });
    }),
  );
  return labels.flat();
}

const numbers = (parcels: number): number[] => Array.from({ length: parcels }, (_, index) => index + 1);

import type { Task } from "~/domain/assignment/roster";
import { spotsOf } from "~/domain/assignment/spots";
import { bearsPayment, type Sibling } from "~/domain/delivery/bearers";
import { amountToCollect } from "~/domain/delivery/stop";
import type { DeliveryRecord, OrderRecord, Zone } from "~/ports/records";

/** `siblings`: the order's deliveries, this one among them. */
type Given = { delivery: Pick<DeliveryRecord, "id">; order: Pick<OrderRecord, "sale">; zone: Zone; siblings: readonly Sibling[] };

/** A delivery as it is given to somebody: the order that was placed first comes first. Cash comes with the one that collects it. */
export const taskOf = ({ delivery, order: { sale }, zone, siblings }: Given): Task => ({
  id: delivery.id,
  rank: `${new Date(sale.placedAt).toISOString()} ${String(sale.number).padStart(12, "0")}`,
  zone: { id: zone.id, name: zone.name, countryCode: zone.area.countryCode, courierIds: zone.courierIds, strategy: zone.strategy },
  grams: sale.totalGrams ?? 0,
  cashMinor: bearsPayment(siblings)?.id === delivery.id ? (amountToCollect(sale)?.minor ?? 0) : 0,
  spots: spotsOf(sale.shippingAddress),
});

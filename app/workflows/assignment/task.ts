import type { Task } from "~/domain/assignment/roster";
import { spotsOf } from "~/domain/assignment/spots";
import { amountDue, type AtDoor } from "~/domain/delivery/owed";
import type { DeliveryRecord, OrderRecord, Zone } from "~/ports/records";

/** `siblings`: the order's deliveries, this one among them; `taken`: what couriers have collected for it. */
type Given = AtDoor & { delivery: Pick<DeliveryRecord, "id">; order: Pick<OrderRecord, "sale">; zone: Zone };

/** A delivery as it is given to somebody: the order that was placed first comes first. Cash comes with the one that collects it. */
export const taskOf = ({ delivery, order: { sale }, zone, siblings, taken }: Given): Task => ({
  id: delivery.id,
  rank: `${new Date(sale.placedAt).toISOString()} ${String(sale.number).padStart(12, "0")}`,
  zone: { id: zone.id, name: zone.name, countryCode: zone.area.countryCode, courierIds: zone.courierIds, strategy: zone.strategy },
  grams: sale.totalGrams ?? 0,
  cashMinor: amountDue(sale, delivery.id, { siblings, taken }),
  spots: spotsOf(sale.shippingAddress),
});

import { askedAtDoor } from "~/domain/fiscal-data/asked-at-door";
import { mayChangeFiscalData } from "~/domain/fiscal-data/may-change";
import { isReverse } from "~/domain/delivery/reverse";
import { OPEN_STATES } from "~/domain/delivery/states";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

type Needs = Pick<Ports, "store" | "clock" | "countries">;
export type StopAsks = { fiscalData: "must" | "may" };

/** What is left to be asked at the doors of a courier's open stops. By delivery. */
export async function stopAsks(
  { store, clock, countries }: Needs,
  { shop, courierId }: { shop: Pick<Shop, "id">; courierId: string },
): Promise<Map<string, StopAsks>> {
  const s = store.of(shop.id);
  const stops = (await s.stopsOfCourier(courierId, clock.now())).filter(
    ({ delivery }) => OPEN_STATES.includes(delivery.state) && !isReverse(delivery),
  );
  const { finalConsumerLimit } = countries("EC");
  const invoices = Map.groupBy(await s.invoicesOfOrders(stops.map(({ order }) => order.id)), ({ orderId }) => orderId);
  return new Map(
    stops.flatMap(({ delivery, order: { id, sale, fiscalData } }): [string, StopAsks][] => {
      const isNamed = (invoices.get(id) ?? []).some(({ state }) => !mayChangeFiscalData(state));
      const facts = { fiscalData, totalMinor: sale.totalMinor, finalConsumerMinor: finalConsumerLimit.minor, isNamed };
      const asked = askedAtDoor(facts);
      return asked === null ? [] : [[delivery.id, { fiscalData: asked }]];
    }),
  );
}

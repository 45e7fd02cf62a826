import { askedAtDoor, type AskedAtDoor } from "~/domain/fiscal-data/asked-at-door";
import { mayChangeFiscalData } from "~/domain/fiscal-data/may-change";
import { amountToCollect } from "~/domain/delivery/stop";
import { OPEN_STATES } from "~/domain/delivery/states";
import { formatMinor } from "~/domain/money/money";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

type Needs = Pick<Ports, "store" | "clock" | "countries">;
/** `cashLimit`: the amount to collect is above what the law lets be paid in cash; null: it isn't. */
export type StopAsks = { fiscalData: AskedAtDoor; cashLimit: string | null };

/** What the law leaves to be asked or said at the doors of a courier's open stops. By delivery. */
export async function stopAsks(
  { store, clock, countries }: Needs,
  { shop, courierId }: { shop: Pick<Shop, "id">; courierId: string },
): Promise<Map<string, StopAsks>> {
  const s = store.of(shop.id);
  const stops = (await s.stopsOfCourier(courierId, clock.now())).filter(({ delivery }) => OPEN_STATES.includes(delivery.state));
  const { finalConsumerLimit, cashLimit } = countries("EC");
  const invoices = Map.groupBy(await s.invoicesOfOrders(stops.map(({ order }) => order.id)), ({ orderId }) => orderId);
  return new Map(
    stops.map(({ delivery, order: { id, sale, fiscalData } }) => {
      const isNamed = (invoices.get(id) ?? []).some(({ state }) => !mayChangeFiscalData(state));
      const facts = { fiscalData, totalMinor: sale.totalMinor, finalConsumerMinor: finalConsumerLimit.minor, isNamed };
      const isTooMuch = (amountToCollect(sale)?.minor ?? 0) > cashLimit.minor;
      return [delivery.id, { fiscalData: askedAtDoor(facts), cashLimit: isTooMuch ? formatMinor(cashLimit.minor, sale.currency) : null }];
    }),
  );
}

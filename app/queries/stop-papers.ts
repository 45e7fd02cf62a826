import { hindranceOf, type Hindrance } from "~/domain/dispatch/run";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { areGuidesWanted } from "~/workflows/run/guides-wanted";
import { coverOf, mayBeCovered, type Cover } from "./stop-cover";

type Needs = Pick<Ports, "store" | "clock" | "countries">;
export type StopPapers = { cover: Cover | null; hindrance: Hindrance | null };
type Whose = { shop: Pick<Shop, "id" | "invoiceIsGuide">; courierId: string };

/** Of all of a courier's open stops at once: the invoice that covers the way, and why a stop can't be started yet. By delivery. */
export async function stopPapers({ store, clock, countries }: Needs, { shop, courierId }: Whose): Promise<Map<string, StopPapers>> {
  const s = store.of(shop.id);
  const areWanted = await areGuidesWanted(s);
  if (!areWanted && !shop.invoiceIsGuide) return new Map();
  const [now, runs, stops] = [clock.now(), await s.openRuns(courierId), await s.stopsOfCourier(courierId, clock.now())];
  const timeZone = areWanted ? await fiscalZone(s, countries("EC")) : null;
  const covered = shop.invoiceIsGuide ? stops.filter(({ delivery }) => mayBeCovered(delivery)) : [];
  const invoices = Map.groupBy(await s.invoicesOfOrders(covered.map(({ order }) => order.id)), ({ orderId }) => orderId);
  const hindranceTo = (runId: string | null) =>
    timeZone === null ? null : hindranceOf(runs.find(({ id }) => id === runId) ?? null, now, timeZone);
  return new Map(
    stops.map(({ delivery }) => [
      delivery.id,
      {
        cover: shop.invoiceIsGuide && mayBeCovered(delivery) ? coverOf(delivery, invoices.get(delivery.orderId) ?? []) : null,
        hindrance: hindranceTo(delivery.runId),
      },
    ]),
  );
}

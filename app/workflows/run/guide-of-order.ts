import { firstBrought } from "~/domain/delivery/first-brought";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Carried = Pick<DeliveryRecord, "runId">;

/** The number of the authorised guide that the goods of an invoice moved with: its delivery's, or of several the first's. Null: none. */
export async function guideNumberOf(
  s: Pick<ShopStore, "deliveriesOfOrder" | "guideOfRun">,
  orderId: string,
  own?: Carried,
): Promise<string | null> {
  const { runId } = own ?? (await firstCarried(s, orderId)) ?? {};
  const guide = runId ? await s.guideOfRun(runId) : null;
  return guide?.state === "authorised" ? guide.number : null;
}

async function firstCarried(s: Pick<ShopStore, "deliveriesOfOrder">, orderId: string): Promise<Carried | undefined> {
  const deliveries = await s.deliveriesOfOrder(orderId);
  return firstBrought(deliveries) ?? deliveries.find(({ runId }) => runId !== null);
}

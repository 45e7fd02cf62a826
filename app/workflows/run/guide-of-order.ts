import { firstBrought } from "~/domain/delivery/first-brought";
import type { ShopStore } from "~/ports/store";

/** The number of the authorised guide that the goods an invoice is issued for moved with: of several deliveries the first's. Null: none. */
export async function guideNumberOf(s: Pick<ShopStore, "deliveriesOfOrder" | "guideOfRun">, orderId: string): Promise<string | null> {
  const deliveries = await s.deliveriesOfOrder(orderId);
  const { runId } = firstBrought(deliveries) ?? deliveries.find((delivery) => delivery.runId) ?? {};
  const guide = runId ? await s.guideOfRun(runId) : null;
  return guide?.state === "authorised" ? guide.number : null;
}

import type { ShopStore } from "~/ports/store";

/** The number of the authorised guide that an order's goods move with; null when there is none. */
export async function guideNumberOf(s: Pick<ShopStore, "deliveryOfOrder" | "guideOfRun">, orderId: string): Promise<string | null> {
  const { runId } = (await s.deliveryOfOrder(orderId)) ?? {};
  const guide = runId ? await s.guideOfRun(runId) : null;
  return guide?.state === "authorised" ? guide.number : null;
}

import { TAG } from "./test-orders.ts";
import type { Wire } from "./wire.ts";

type Found = { id: string; name: string; tags: string[]; cancelledAt: string | null; fulfillments: { id: string; status: string }[] };
type Page = { orders: { nodes: Found[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };

/** Every order that bears our tag; the search may answer loosely, so the tag itself decides. */
export async function ourOrders(wire: Wire): Promise<Found[]> {
  const found: Found[] = [];
  for (let after: string | null = null; ;) {
    const { orders }: Page = await wire.data<Page>("first:Ours", { query: `tag:${TAG}`, after });
    found.push(...orders.nodes.filter(({ tags }) => tags.includes(TAG)));
    if (!orders.pageInfo.hasNextPage) return found;
    after = orders.pageInfo.endCursor;
  }
}

type Refusals = { message: string }[];

/** Takes back what earlier runs have ordered: fulfilments first, then the order. What Shopify refuses is told, and stays. */
export async function cleanUp(wire: Wire, say: (text: string) => void): Promise<string[]> {
  const left: string[] = [];
  for (const { id, name, cancelledAt, fulfillments } of await ourOrders(wire)) {
    if (cancelledAt) continue;
    const refusals: Refusals = [];
    for (const fulfillment of fulfillments.filter(({ status }) => status !== "CANCELLED")) {
      const { fulfillmentCancel } = await wire.data<{ fulfillmentCancel: { userErrors: Refusals } }>("first:CancelFulfillment", {
        id: fulfillment.id,
      });
      refusals.push(...fulfillmentCancel.userErrors);
    }
    const { orderCancel } = await wire.data<{ orderCancel: { orderCancelUserErrors: Refusals } }>("first:CancelOrder", { id });
    refusals.push(...orderCancel.orderCancelUserErrors);
    const why = refusals.map(({ message }) => message).join("; ");
    if (why) left.push(`order ${name}: ${why}`);
    say(`  ${name} ${why ? `stays: ${why}` : "cancelled"}`);
  }
  return left;
}

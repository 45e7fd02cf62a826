import type { ReverseOrder } from "~/ports/shopify-admin";
import type { Page, ReverseOrderHead } from "./order-node";
import { readOn, type Run } from "./read-on";

type Line = {
  id: string;
  totalQuantity: number;
  dispositions: { quantity: number }[];
  fulfillmentLineItem: { lineItem: { id: string } } | null;
};
type Node = ReverseOrderHead & { lineItems: Page<Line> };

/** What Shopify has of taking a return's goods back; none: there is no such return. */
export async function readReverseOrders(run: Run, returnGid: string): Promise<ReverseOrder[]> {
  const page = async (after: string | null) =>
    (await run<{ return: { reverseFulfillmentOrders: Page<Node> } | null }>("ReverseOrders", { id: returnGid, after })).return;
  const found = await page(null);
  if (!found) return [];
  await readOn(found.reverseFulfillmentOrders, async (after) => (await page(after))!.reverseFulfillmentOrders);
  const { nodes } = found.reverseFulfillmentOrders;
  for (const { id, lineItems } of nodes)
    await readOn(lineItems, async (after) => {
      const more = await run<{ reverseFulfillmentOrder: Pick<Node, "lineItems"> }>("ReverseOrderLines", { id, after });
      return more.reverseFulfillmentOrder.lineItems;
    });
  return nodes.map(({ id: gid, status, lineItems, reverseDeliveries }) => ({
    gid,
    isOpen: status === "OPEN",
    lines: lineItems.nodes.map(toLine),
    trackingNumbers: reverseDeliveries.nodes.flatMap(({ deliverable }) => deliverable?.tracking?.number ?? []),
  }));
}

const toLine = ({ id, totalQuantity, dispositions, fulfillmentLineItem }: Line): ReverseOrder["lines"][number] => ({
  gid: id,
  lineId: fulfillmentLineItem?.lineItem.id ?? null,
  quantity: totalQuantity,
  disposed: dispositions.reduce((sum, { quantity }) => sum + quantity, 0),
});

type Parts = { gid: string; quantity: number }[];

/** Goods are on their way back, under a number of ours. */
export async function addReverseDelivery(
  run: Run,
  reverseOrderGid: string,
  { lines, number }: { lines: Parts; number: string },
): Promise<void> {
  await run("CreateReverseDelivery", {
    order: reverseOrderGid,
    lines: lines.map(({ gid, quantity }) => ({ reverseFulfillmentOrderLineItemId: gid, quantity })),
    tracking: { number },
  });
}

/** Goods are at the shop again: a person has still to look at them, and says what is restocked and refunded. */
export async function receiveReturned(run: Run, lines: Parts): Promise<void> {
  await run("DisposeReturned", {
    inputs: lines.map(({ gid, quantity }) => ({
      reverseFulfillmentOrderLineItemId: gid,
      quantity,
      dispositionType: "PROCESSING_REQUIRED",
    })),
  });
}

import { AccessDenied } from "./denied";
import type { OrderAnswer, OrderNode, Page, ReturnHead, ReturnNode } from "./order-node";
import { readOn, type Run } from "./read-on";

type Read = { returns: OrderNode["returns"]; missing: string[] };

/** An order's returns, each that is open to its end. `missing`: the scope without which there are none that we know. */
export async function readReturns(run: Run, { id, returnStatus }: Pick<OrderAnswer, "id" | "returnStatus">): Promise<Read> {
  if (returnStatus === "NO_RETURN") return { returns: NO_RETURNS, missing: [] };
  try {
    return { returns: await readAll(run, id), missing: [] };
  } catch (error) {
    if (error instanceof AccessDenied) return { returns: NO_RETURNS, missing: ["read_returns"] };
    throw error;
  }
}

/** Of an order whose answer says nothing of returns. */
export const NO_RETURNS: OrderNode["returns"] = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

async function readAll(run: Run, id: string): Promise<OrderNode["returns"]> {
  const page = async (after: string | null) =>
    (await run<{ order: { returns: Page<ReturnHead> } }>("OrderReturns", { id, after })).order.returns;
  const returns = await page(null);
  await readOn(returns, page);
  const nodes: OrderNode["returns"]["nodes"] = [];
  for (const one of returns.nodes) nodes.push(one.status === "OPEN" ? ((await readReturn(run, one.id)) ?? one) : one);
  return { ...returns, nodes };
}

/** Null: it is gone since the order was read. */
async function readReturn(run: Run, id: string): Promise<ReturnNode | null> {
  const page = async (after: string | null) => (await run<{ return: ReturnNode | null }>("Return", { id, after })).return;
  const one = await page(null);
  if (one) await readOn(one.returnLineItems, async (after) => (await page(after))!.returnLineItems);
  return one;
}

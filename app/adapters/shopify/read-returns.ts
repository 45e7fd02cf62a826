import type { OrderAnswer, OrderNode, ReturnNode } from "./order-node";
import { readOn, type Run } from "./read-on";

type More = (after: string) => Promise<Pick<OrderAnswer, "returns">>;

/** An order's returns, each that is open to its end. Without the scope for them there are none. */
export async function readReturns(run: Run, { returns }: OrderAnswer, more: More): Promise<OrderNode["returns"]> {
  if (!returns) return NONE;
  await readOn(returns, async (after) => (await more(after)).returns!);
  const nodes: OrderNode["returns"]["nodes"] = [];
  for (const one of returns.nodes) nodes.push(one.status === "OPEN" ? ((await readReturn(run, one.id)) ?? one) : one);
  return { ...returns, nodes };
}

const NONE: OrderNode["returns"] = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Null: it is gone since the order was read. */
async function readReturn(run: Run, id: string): Promise<ReturnNode | null> {
  const page = async (after: string | null) => (await run<{ return: ReturnNode | null }>("Return", { id, after })).return;
  const one = await page(null);
  if (one) await readOn(one.returnLineItems, async (after) => (await page(after))!.returnLineItems);
  return one;
}

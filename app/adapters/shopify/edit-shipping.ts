import { formatMinor } from "~/domain/money/money";
import type { EditRefusal, ShippingEdit } from "~/ports/shopify-admin";
import { orRefusal } from "./denied";
import type { Run } from "./read-on";

type CalculatedLine = { id: string | null; stagedStatus: "ADDED" | "NONE" | "REMOVED" };
type Begun = { orderEditBegin: { calculatedOrder: { id: string; shippingLines: CalculatedLine[] } } };

/**
 * Puts one shipping line on an order, in the place of all others where `replaces` says so, and has Shopify write to the buyer. An order that
 * has shipping already is left as it is: somebody was faster. Nothing of it changes before the commit, so that half an edit is none.
 */
export const editShipping = (run: Run, gid: string, edit: ShippingEdit): Promise<EditRefusal | null> =>
  orRefusal(() => edited(run, gid, edit));

async function edited(run: Run, gid: string, { title, minor, currency, replaces }: ShippingEdit): Promise<null> {
  const { orderEditBegin } = await run<Begun>("BeginOrderEdit", { id: gid });
  const { id, shippingLines } = orderEditBegin.calculatedOrder;
  const standing = shippingLines.filter(({ stagedStatus }) => stagedStatus !== "REMOVED");
  if (standing.length > 0 && !replaces) return null;
  for (const line of standing) await run("RemoveEditedShipping", { id, shippingLineId: line.id });
  const price = { amount: formatMinor(minor, currency), currencyCode: currency };
  await run("AddEditedShipping", { id, shippingLine: { title, price } });
  await run("CommitOrderEdit", { id });
  return null;
}

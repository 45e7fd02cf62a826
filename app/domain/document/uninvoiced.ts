import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { DocumentTotals } from "./document";

type Sold = Pick<SaleOrder, "lines" | "shippingLines" | "taxesIncluded" | "totalMinor"> & {
  refunds: readonly { adjustmentMinor: number }[];
};
type Bearing = Pick<DocumentTotals, "lines">;
type Invoiced = Bearing & Pick<DocumentTotals, "totalMinor">;
/**
 * What the order has and no invoice bears. `minor`: about what it costs with its taxes, in the order's currency. Without a quantity it is
 * money alone: something became dearer.
 */
export type Uninvoiced = { title: string; quantity: number; minor: number };
/** `pending`: units that nobody took and that are to be refunded: no invoice is to bear them. `roundingMinor`: what may lie between once they are. */
type Refused = { pending?: readonly Units[]; roundingMinor?: number };

/**
 * Units of an order as it is now, and shipping of it, that its invoices less their credit notes don't bear: an edit or an exchange added
 * them later, or the delivery that would have had them on its own invoice was cancelled. `sale`: the invoiced part of the order. Shipping
 * counts as borne once it is on an invoice: a credit may be for a part of its price. Where all units are borne, so is what the order costs
 * more than its invoices; nothing is said of it where amounts were refunded, which not every total of Shopify's takes off.
 */
export function uninvoiced(
  sale: Sold,
  invoices: readonly Invoiced[],
  credits: readonly Bearing[],
  { pending: refused = [], roundingMinor = 0 }: Refused = {},
): Uninvoiced[] {
  const goods = sale.lines.flatMap((line) => {
    const isRefused = refused.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    const quantity = line.quantity - isRefused - unitsOf(invoices, "line", line.id) + unitsOf(credits, "line", line.id);
    return quantity > 0 ? [{ title: line.title, quantity, minor: Math.round((grossOf(sale, line) * quantity) / line.quantity) }] : [];
  });
  const shipping = sale.shippingLines
    .filter(({ id, netMinor }) => netMinor > 0 && unitsOf(invoices, "shipping", id) === 0)
    .map((line) => ({ title: line.title, quantity: 1, minor: grossOf(sale, line) }));
  const units = [...goods, ...shipping];
  const dearer = sale.totalMinor - invoices.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const isTold =
    units.length > 0 || refused.length > 0 || dearer <= roundingMinor || sale.refunds.some(({ adjustmentMinor }) => adjustmentMinor !== 0);
  return isTold ? units : [{ title: "", quantity: 0, minor: dearer }];
}

const unitsOf = (documents: readonly Bearing[], kind: "line" | "shipping", id: string): number =>
  documents
    .flatMap(({ lines }) => lines)
    .filter(({ ref }) => ref.kind === kind && ref.id === id)
    .reduce((sum, { quantity }) => sum + quantity, 0);

type Priced = { netMinor: number; taxLines: readonly { amountMinor: number }[] };
const grossOf = ({ taxesIncluded }: Sold, { netMinor, taxLines }: Priced): number =>
  netMinor + (taxesIncluded ? 0 : taxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0));

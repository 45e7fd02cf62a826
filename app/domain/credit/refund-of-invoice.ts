import type { DocumentTotals } from "~/domain/document/document";
import type { Refund } from "~/domain/order/refund";

type Borne = Pick<DocumentTotals, "lines">;

/**
 * Of a refund what one of an order's invoices has to credit: the units that it bears (of a line on several of them the oldest gives its own
 * first), shipping where it is charged, and what belongs to no line on the first. What no invoice bears yet is left off the invoice to come.
 */
export function refundOfInvoice(refund: Refund, invoices: readonly Borne[], at: number): Refund {
  const own = invoices[at]!;
  const lines = refund.lines.flatMap((part) => {
    const borne = invoices.map((invoice) => unitsOf(invoice, part.lineId));
    const before = borne.slice(0, at).reduce((sum, units) => sum + units, 0);
    const isLast = borne.slice(at + 1).every((units) => units === 0);
    const left = Math.max(0, part.quantity - before);
    const quantity = isLast ? left : Math.min(left, borne[at]!);
    return borne[at] === 0 || quantity === 0 ? [] : [partOf(part, part.quantity - left, quantity)];
  });
  const bearsShipping = ({ shippingLineId }: Refund["shipping"][number], { lines: of }: Borne) =>
    of.some(({ ref }) => ref.kind === "shipping" && (shippingLineId === null || ref.id === shippingLineId));
  const shipping = refund.shipping.filter(
    (part) => invoices.findIndex((invoice) => bearsShipping(part, invoice)) === at && bearsShipping(part, own),
  );
  const rest = at === 0 ? {} : { adjustmentMinor: 0, dutiesMinor: 0, tipMinor: 0 };
  return { ...refund, lines, shipping, ...rest };
}

const unitsOf = ({ lines }: Borne, lineId: string): number =>
  lines.filter(({ ref }) => ref.kind === "line" && ref.id === lineId).reduce((sum, { quantity }) => sum + quantity, 0);

/** Units from one place of a part on; all parts together are the whole, to the cent. */
function partOf(part: Refund["lines"][number], from: number, quantity: number): Refund["lines"][number] {
  const share = (minor: number) => Math.floor((minor * (from + quantity)) / part.quantity) - Math.floor((minor * from) / part.quantity);
  return { ...part, quantity, netMinor: share(part.netMinor), taxMinor: share(part.taxMinor) };
}

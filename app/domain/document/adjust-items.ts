import type { OrderLine, SaleOrder, ShippingLine, TaxLine } from "~/domain/order/order";
import type { Refund } from "~/domain/order/refund";
import { shareOut } from "./allocate";
import type { LineWords } from "./line-words";
import { halfUp } from "./rounding";
import { grossOfItem, type SaleItem } from "./sale-items";

type Adjusted = Pick<SaleOrder, "refunds" | "taxesIncluded" | "lines" | "removedLines" | "shippingLines" | "removedShippingLines">;

/**
 * Money that went back, or was kept, beyond the lines of a refund is what the buyer paid less, or more: what was kept is an item of its own,
 * taxed as the line it was kept of; what was given is taken off all items by what each is worth (docs/decisions/0007-what-an-invoice-adds-up.md).
 */
export function adjustItems(items: readonly SaleItem[], order: Adjusted, words: LineWords): SaleItem[] {
  const kept = order.refunds.filter(({ adjustmentMinor }) => adjustmentMinor < 0).flatMap((refund) => keptOf(refund, order, words));
  const givenMinor = order.refunds.reduce((sum, { adjustmentMinor }) => sum + Math.max(0, adjustmentMinor), 0);
  return reduced([...items, ...kept], BigInt(givenMinor), order.taxesIncluded);
}

/** What refunds moved beyond their lines: positive went back to the buyer, negative stayed with the merchant. */
export const adjustedMinor = (refunds: readonly Pick<Refund, "adjustmentMinor">[]): number =>
  refunds.reduce((sum, { adjustmentMinor }) => sum + adjustmentMinor, 0);

function reduced(items: readonly SaleItem[], given: bigint, taxesIncluded: boolean): SaleItem[] {
  if (given === 0n) return [...items];
  const worths = items.map((item) => grossOfItem(item, taxesIncluded));
  const worth = worths.reduce((sum, each) => sum + each, 0n);
  if (given >= worth) return [];
  const shares = shareOut(given, worths);
  return items.map((item, index) => ({
    ...item,
    ...repriced(item.taxLines, worths[index]!, worths[index]! - shares[index]!, taxesIncluded),
  }));
}

function repriced(
  taxLines: readonly TaxLine[],
  before: bigint,
  after: bigint,
  taxesIncluded: boolean,
): Pick<SaleItem, "netMinor" | "taxLines"> {
  const taxes = taxLines.map((tax) => ({
    ...tax,
    amountMinor: before === 0n ? 0 : Number(halfUp(BigInt(tax.amountMinor) * after, before)),
  }));
  return { netMinor: Number(after) - (taxesIncluded ? 0 : taxOf(taxes)), taxLines: taxes };
}

type Part = { ordered: OrderLine | ShippingLine; worth: bigint };

function keptOf(refund: Refund, order: Adjusted, words: LineWords): SaleItem[] {
  const parts = partsOf(refund, order).filter(({ worth }) => worth > 0n);
  const shares = shareOut(
    BigInt(-refund.adjustmentMinor),
    parts.map(({ worth }) => worth),
  );
  return parts.flatMap(({ ordered }, index) => keptItem(refund.gid, ordered, shares[index]!, order.taxesIncluded, words));
}

function keptItem(refundGid: string, ordered: Part["ordered"], share: bigint, taxesIncluded: boolean, words: LineWords): SaleItem[] {
  if (share === 0n) return [];
  const { orderedNetMinor: netMinor, orderedTaxLines: taxLines } = ordered;
  const price = repriced(taxLines, grossOfItem({ netMinor, taxLines }, taxesIncluded), share, taxesIncluded);
  return [
    {
      ref: { kind: "adjustment", id: `${refundGid}/${ordered.id}` },
      code: words.kept.code,
      description: `${words.kept.description}: ${ordered.title}`,
      quantity: 1,
      originalMinor: price.netMinor,
      ...price,
      category: "taxCategory" in ordered ? (ordered.taxCategory ?? null) : null,
    },
  ];
}

function partsOf(refund: Refund, order: Adjusted): Part[] {
  const all = [...order.removedLines, ...order.lines, ...order.removedShippingLines, ...order.shippingLines];
  const given = [
    ...refund.lines.map((part) => ({ ...part, id: part.lineId })),
    ...refund.shipping.map((part) => ({ ...part, id: part.shippingLineId })),
  ];
  return given.flatMap(({ id, netMinor, taxMinor }) => {
    const ordered = all.find((line) => line.id === id);
    return ordered ? [{ ordered, worth: BigInt(netMinor + (order.taxesIncluded ? 0 : taxMinor)) }] : [];
  });
}

const taxOf = (taxes: readonly TaxLine[]): number => taxes.reduce((sum, tax) => sum + tax.amountMinor, 0);

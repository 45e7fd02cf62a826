import { shareOut } from "~/domain/document/allocate";
import { addUp } from "~/domain/document/line-amounts";
import { burdenOfLine, type LineLeft, type Remainder } from "~/domain/document/remainder";
import { perUnitTax } from "~/domain/document/take-taxes-out";
import type { Wanted } from "~/domain/document/take-part";
import type { Refund } from "~/domain/order/refund";

type Given = { quantity: number; paid: bigint };

/** The lines to credit, all that was given back for lines, and what of it no line has room for. */
export type Asked = { wanted: Wanted[]; paid: bigint; unplaced: bigint };

/**
 * What a refund takes of the lines that are left: quantities and amounts as Shopify gave them back, no more of either than there is. The
 * last units of a line take what is left of its amount where Shopify's own rounding is within `toleranceMinor` of it.
 */
export function refundedLines(
  left: Remainder,
  { lines, shipping }: Pick<Refund, "lines" | "shipping">,
  { taxesIncluded, toleranceMinor }: { taxesIncluded: boolean; toleranceMinor: number },
): Asked {
  const paidOf = (part: { netMinor: number; taxMinor: number }) => BigInt(part.netMinor + (taxesIncluded ? 0 : part.taxMinor));
  const given = new Map<LineLeft, Given>();
  let unplaced = 0n;
  const give = (line: LineLeft | undefined, quantity: number, paid: bigint) => {
    if (!line) return void (unplaced += paid);
    const before = given.get(line) ?? { quantity: 0, paid: 0n };
    given.set(line, { quantity: before.quantity + quantity, paid: before.paid + paid });
  };
  for (const part of lines) give(find(left, "line", part.lineId), part.quantity, paidOf(part));
  for (const part of shipping) give(find(left, "shipping", part.shippingLineId), 1, paidOf(part));
  const wanted = [...given].map(([line, { quantity, paid }]) => {
    const taken = takeOf(line, Math.min(quantity, line.quantity), paid, BigInt(toleranceMinor));
    if (paid > grossOf(taken) + BigInt(toleranceMinor)) unplaced += paid - grossOf(taken);
    return taken;
  });
  const paid = addUp([...lines, ...shipping].map(paidOf));
  return { wanted: wanted.filter(isSomething), paid, unplaced };
}

/** All that is left of the lines. */
export const everythingLeft = (left: Remainder): Wanted[] =>
  left.lines.map((line) => wantedOf(line, line.quantity, line.amount, line.units)).filter(isSomething);

const find = (left: Remainder, kind: "line" | "shipping", id: string | null): LineLeft | undefined =>
  left.lines.find(({ line }) => line.ref.kind === kind && (id === null || line.ref.id === id));

function takeOf(left: LineLeft, quantity: number, paid: bigint, tolerance: bigint): Wanted {
  const isLast = quantity === left.quantity;
  const units = isLast ? left.units : (unitsIn(left) * quantity) / left.line.quantity;
  const { perUnit } = burdenOfLine(left.line);
  const unitsTax = perUnit ? perUnitTax(perUnit.tax, units) : 0n;
  // Goods taken back for less than their tax per unit: that tax stays with what is left.
  if (paid < unitsTax) return wantedOf(left, quantity, min(paid, left.amount), 0);
  const amount = paid - unitsTax;
  const isWhole = isLast && distance(amount, left.amount) <= tolerance;
  return wantedOf(left, quantity, isWhole ? left.amount : min(amount, left.amount), units);
}

const unitsIn = ({ line }: LineLeft): number => burdenOfLine(line).perUnit?.units ?? 0;

function wantedOf({ line }: LineLeft, quantity: number, amount: bigint, units: number): Wanted {
  const burden = burdenOfLine(line);
  const [discount = 0n] = shareOut(BigInt(line.discountMinor), [BigInt(quantity), BigInt(line.quantity - quantity)]);
  return {
    ref: line.ref,
    code: line.code,
    description: line.description,
    // Shipping credited in parts has no unit left, but still is one thing.
    quantity: Math.max(1, quantity),
    amount,
    discount,
    burden: { ...burden, perUnit: burden.perUnit && { ...burden.perUnit, units } },
  };
}

/** What a line of a credit comes to, its tax per unit included. */
export const grossOf = ({ amount, burden: { perUnit } }: Wanted): bigint =>
  amount + (perUnit ? perUnitTax(perUnit.tax, perUnit.units) : 0n);

const isSomething = (line: Wanted): boolean => grossOf(line) > 0n;
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const distance = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b);

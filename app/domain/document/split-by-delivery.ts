import { shareOut } from "./allocate";
import type { DocumentLine, DocumentTotals } from "./document";
import { add, grossOf, refKey, totalsOf } from "./line-amounts";
import { burdenOfLine, remainderOf, type LineLeft } from "./remainder";
import { takePart, type Wanted } from "./take-part";

/** What a delivery carries: so many units of order lines. */
export type DeliveryPart = readonly { lineId: string; quantity: number }[];

/** One delivery among its order's: what it carries, what those carry that have no invoice yet, and the invoices there are already. */
export type Share = { carries: DeliveryPart; others: readonly DeliveryPart[]; earlier: readonly DocumentTotals[] };

/**
 * An order's totals by its deliveries, each with its own lines; shipping, charges and tip are on the first. The parts add up to the whole,
 * line by line and tax by tax. Throws RangeError unless the deliveries carry exactly what the order has.
 */
export function splitByDelivery(totals: DocumentTotals, deliveries: readonly DeliveryPart[]): DocumentTotals[] {
  for (const { ref, quantity } of totals.lines)
    if (ref.kind === "line" && unitsOf(deliveries, ref.id) !== quantity) throw new RangeError(`deliveries don't add up to line ${ref.id}`);
  return deliveries.reduce<DocumentTotals[]>((earlier, carries, index) => {
    const part = shareOfDelivery(totals, { carries, others: deliveries.slice(index + 1), earlier });
    if (part === null) throw new RangeError(`delivery ${index + 1} carries nothing`);
    return [...earlier, part];
  }, []);
}

/**
 * What the invoice of one delivery says of the order as it is now: its own lines, and whatever no other delivery carries and no earlier
 * invoice bears (so that shipping, charges, downloads and the tip are on the first). The last takes exactly the rest, also of an order that
 * changed meanwhile. Null where nothing is left for it, or the order no longer has what the earlier invoices say: nobody may invoice more
 * than was paid.
 */
export function shareOfDelivery(whole: DocumentTotals, { carries, others, earlier }: Share): DocumentTotals | null {
  const before = earlier.flatMap(({ lines }) => lines);
  const open = whole.lines.filter((line) => !isSettled(line, before, [carries, ...others]));
  const isOpen = new Set(open.map(({ ref }) => refKey(ref)));
  const borne = earlier.map(({ lines, tipMinor }) => totalsOf(ofRefs(lines, isOpen), tipMinor));
  const left = remainderOf(totalsOf(open, Math.max(whole.tipMinor, add(earlier.map(({ tipMinor }) => tipMinor)))), borne);
  const wanted: Wanted[] = [];
  for (const line of left.lines) {
    const quantity = ownUnits(line, carries, others);
    const taken = before.filter(({ ref }) => refKey(ref) === refKey(line.line.ref));
    if (isContradicted(line, taken, unitsOf([carries], line.line.ref.id))) return null;
    if (quantity > 0) wanted.push(wantedOf(line, quantity, taken));
  }
  if ((wanted.length === 0 && left.tipMinor === 0) || isOvertaken(left)) return null;
  return takePart(left, wanted, left.tipMinor);
}

const ofRefs = (lines: readonly DocumentLine[], refs: ReadonlySet<string>): DocumentLine[] =>
  lines.filter(({ ref }) => refs.has(refKey(ref)));

const unitsOf = (parts: readonly DeliveryPart[], id: string): number =>
  add(parts.flatMap((part) => part.filter(({ lineId }) => lineId === id).map(({ quantity }) => quantity)));

/** What earlier invoices bear more of than is on the order now, and nobody still carries: what was taken off since is their credit. */
function isSettled(line: DocumentLine, before: readonly DocumentLine[], parts: readonly DeliveryPart[]): boolean {
  const borne = before.filter(({ ref }) => refKey(ref) === refKey(line.ref));
  const isCarried = line.ref.kind === "line" && unitsOf(parts, line.ref.id) > 0;
  return !isCarried && grossOf(line) < add(borne.map(grossOf));
}

/** Its own units and those that no delivery carries. */
function ownUnits({ line: { ref }, quantity }: LineLeft, carries: DeliveryPart, others: readonly DeliveryPart[]): number {
  if (ref.kind !== "line") return quantity;
  const own = Math.min(quantity, unitsOf([carries], ref.id));
  return own + Math.max(0, quantity - own - unitsOf(others, ref.id));
}

/** Less is left of a line than this delivery carries, because an earlier invoice has it; or money without units. */
const isContradicted = ({ quantity, amount }: LineLeft, taken: readonly DocumentLine[], carried: number): boolean =>
  (taken.length > 0 && carried > quantity) || (quantity === 0 && amount > 0n);

const isOvertaken = ({ pools, tipMinor }: ReturnType<typeof remainderOf>): boolean =>
  tipMinor < 0 || [...pools.values()].some(({ amount, vatTax, exciseTax }) => amount < 0n || vatTax < 0n || exciseTax < 0n);

function wantedOf({ line, quantity: left, amount, units }: LineLeft, quantity: number, taken: readonly DocumentLine[]): Wanted {
  const burden = burdenOfLine(line);
  const weights = [BigInt(quantity), BigInt(left - quantity)];
  const discountLeft = Math.max(0, line.discountMinor - add(taken.map(({ discountMinor }) => discountMinor)));
  return {
    ref: line.ref,
    code: line.code,
    description: line.description,
    quantity,
    amount: shareOut(amount, weights)[0] ?? 0n,
    discount: shareOut(BigInt(discountLeft), weights)[0] ?? 0n,
    burden: { ...burden, perUnit: burden.perUnit && { ...burden.perUnit, units: (units * quantity) / left } },
  };
}

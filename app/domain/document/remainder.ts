import type { DocumentLine, DocumentTotals } from "./document";
import { add, grossOf, refKey } from "./line-amounts";
import type { Burden } from "./take-taxes-out";
import { taxKey } from "./tax";

/** What is left of a line. `amount`: paid for it, without the tax on its units. */
export type LineLeft = { line: DocumentLine; quantity: number; amount: bigint; units: number };

/** What is left of all lines that bear the same taxes. */
export type PoolLeft = { burden: Burden; amount: bigint; vatTax: bigint; exciseTax: bigint; units: number };

export type Remainder = { lines: LineLeft[]; pools: Map<string, PoolLeft>; tipMinor: number };

/** Equal for lines that bear the same taxes at the same rates. */
export const poolKey = ({ vat, excise, perUnit }: Burden): string =>
  [vat, excise, perUnit?.tax]
    .filter((tax) => tax !== null && tax !== undefined)
    .map(taxKey)
    .join(", ");

/** The taxes a document's line bears. Throws RangeError for one without value added tax, which no line is. */
export function burdenOfLine({ taxes }: Pick<DocumentLine, "taxes">): Burden {
  const burden: { vat: Burden["vat"] | null; excise: Burden["excise"]; perUnit: Burden["perUnit"] } = {
    vat: null,
    excise: null,
    perUnit: null,
  };
  for (const { tax, baseMinor } of taxes) {
    if (tax.kind === "vat") burden.vat = tax;
    else if (tax.kind === "excise") burden.excise = tax;
    else burden.perUnit = { tax, units: baseMinor / 100 };
  }
  const { vat } = burden;
  if (vat === null) throw new RangeError("a line says how value added tax treats it");
  return { ...burden, vat };
}

/** A document less what others took of it: credits, or the invoices of earlier deliveries. Never below nothing. */
export function remainderOf(original: DocumentTotals, taken: readonly DocumentTotals[]): Remainder {
  const takenLines = taken.flatMap((document) => document.lines);
  const tip = takenLines.filter((line) => line.ref.kind === "tip");
  return {
    lines: original.lines.map((line) =>
      lineLeft(
        line,
        takenLines.filter((other) => refKey(other.ref) === refKey(line.ref)),
      ),
    ),
    pools: poolsLeft(
      original.lines,
      takenLines.filter((line) => line.ref.kind !== "tip"),
    ),
    tipMinor: original.tipMinor - add(taken.map((document) => document.tipMinor)) - add(tip.map(grossOf)),
  };
}

function lineLeft(line: DocumentLine, taken: readonly DocumentLine[]): LineLeft {
  const left = (of: (each: DocumentLine) => number) => Math.max(0, of(line) - add(taken.map(of)));
  return { line, quantity: left((each) => each.quantity), amount: BigInt(left(amountOf)), units: left(unitsOf) };
}

const unitsOf = (line: DocumentLine): number => burdenOfLine(line).perUnit?.units ?? 0;
const taxOf = (line: DocumentLine, kind: "vat" | "excise" | "per_unit"): number =>
  add(line.taxes.filter(({ tax }) => tax.kind === kind).map(({ taxMinor }) => taxMinor));
const amountOf = (line: DocumentLine): number => grossOf(line) - taxOf(line, "per_unit");

function poolsLeft(lines: readonly DocumentLine[], taken: readonly DocumentLine[]): Map<string, PoolLeft> {
  const pools = new Map<string, PoolLeft>();
  const count = (line: DocumentLine, sign: 1 | -1) => {
    const burden = burdenOfLine(line);
    const pool = pools.get(poolKey(burden)) ?? { burden, amount: 0n, vatTax: 0n, exciseTax: 0n, units: 0 };
    pools.set(poolKey(burden), {
      burden,
      amount: pool.amount + BigInt(sign * amountOf(line)),
      vatTax: pool.vatTax + BigInt(sign * taxOf(line, "vat")),
      exciseTax: pool.exciseTax + BigInt(sign * taxOf(line, "excise")),
      units: pool.units + sign * unitsOf(line),
    });
  };
  for (const line of lines) count(line, 1);
  for (const line of taken) count(line, -1);
  return pools;
}

import type { DocumentLine, DocumentTotals, LineRef } from "./document";
import { addUp, totalsOf } from "./line-amounts";
import { overLines } from "./over-lines";
import { priceLine } from "./price-line";
import { poolKey, type PoolLeft, type Remainder } from "./remainder";
import { ONE_MINOR, taxError } from "./rounding";
import { clamp, shareOfTax, taxBounds } from "./share-of-tax";
import { perUnitTax, takeTaxesOut, type Burden, type TaxShares } from "./take-taxes-out";
import { taxKey } from "./tax";

/** A line of a part. `amount`: paid for it, without the tax on its units, which are in the burden; `discount`: before tax. */
export type Wanted = {
  ref: LineRef;
  code: string;
  description: string;
  quantity: number;
  amount: bigint;
  discount: bigint;
  burden: Burden;
};

/**
 * A document over a part of another one. Each tax is nearest to its rate that both the part and what stays allow; whoever takes the last of
 * a tax takes exactly what is left of it, so that all parts add up to the whole, tax by tax. Throws RangeError when a part takes more than
 * there is.
 */
export function takePart(left: Pick<Remainder, "pools">, wanted: readonly Wanted[], tipMinor: number): DocumentTotals {
  const gross = wanted.map(({ amount, burden }) => ({ grossMinor: amount + unitsTax(burden), burden }));
  const untaxed = takeTaxesOut(gross, sharesOf(left.pools, wanted));
  if (untaxed === null) throw new RangeError("a part takes more than is left");
  const lines = wanted.map(({ ref, code, description, quantity, discount }, index): DocumentLine => {
    const { baseMinor, taxes } = untaxed[index]!;
    return { ref, code, description, quantity, ...priceLine(baseMinor, discount, BigInt(quantity)), baseMinor: Number(baseMinor), taxes };
  });
  return totalsOf(lines, tipMinor);
}

const unitsTax = ({ perUnit }: Burden): bigint => (perUnit ? perUnitTax(perUnit.tax, perUnit.units) : 0n);

type Pooled = { pool: PoolLeft; members: number[]; paid: bigint };

const sharesOf =
  (pools: Remainder["pools"], wanted: readonly Wanted[]): TaxShares =>
  (tax, members, amounts) => {
    const rate = BigInt(tax.rateBasisPoints);
    const pooled = byPool(pools, wanted, members, amounts);
    if (pooled === null) return null;
    const taxes =
      tax.kind === "vat"
        ? vatOfPools(
            [...pools.values()].filter((pool) => taxKey(pool.burden.vat) === taxKey(tax)),
            pooled,
            rate,
          )
        : pooled.map(({ pool, paid }) => shareOfTax({ amount: pool.amount - pool.vatTax, tax: pool.exciseTax }, paid, rate));
    const shares = members.map(() => 0n);
    pooled.forEach(({ members: own }, index) => {
      const parts = overLines(
        taxes[index] ?? 0n,
        own.map((at) => amounts[at] ?? 0n),
        rate,
      );
      own.forEach((at, place) => (shares[at] = parts[place] ?? 0n));
    });
    return shares;
  };

/** Places within `members`, by the pool their lines belong to; null when there is no such pool or too little in it. */
function byPool(
  pools: Remainder["pools"],
  wanted: readonly Wanted[],
  members: readonly number[],
  amounts: readonly bigint[],
): Pooled[] | null {
  const found = new Map<string, number[]>();
  members.forEach((index, at) => {
    const key = poolKey(wanted[index]!.burden);
    found.set(key, [...(found.get(key) ?? []), at]);
  });
  const pooled = [...found].flatMap(([key, own]) => {
    const pool = pools.get(key);
    const paid = addUp(own.map((at) => amounts[at] ?? 0n));
    return pool && paid <= pool.amount ? [{ pool, members: own, paid }] : [];
  });
  return pooled.length === found.size ? pooled : null;
}

/**
 * Each pool's own share where together they are within a cent of the group's rate, and what stays is too. Else the group's tax is fixed
 * first, since that is what is judged; pools taken whole have theirs, and the last of the others what remains.
 */
function vatOfPools(all: readonly PoolLeft[], pooled: readonly Pooled[], rate: bigint): bigint[] {
  const whole = { amount: addUp(all.map((pool) => pool.amount)), tax: addUp(all.map((pool) => pool.vatTax)) };
  const part = addUp(pooled.map(({ paid: each }) => each));
  const own = pooled.map(({ pool, paid }) => shareOfTax({ amount: pool.amount, tax: pool.vatTax }, paid, rate));
  const last = pooled.findLastIndex(({ pool, paid }) => paid !== pool.amount);
  const sum = addUp(own);
  const agrees = [[part, sum] as const, [whole.amount - part, whole.tax - sum] as const].every(
    ([amount, tax]) => taxError(amount - tax, tax, rate) < ONE_MINOR,
  );
  if (last === -1 || agrees) return own;
  const tax = shareOfTax(whole, part, rate);
  const { pool, paid } = pooled[last]!;
  const remaining = tax - addUp(own.filter((_, index) => index !== last));
  return own.with(last, clamp(remaining, taxBounds({ amount: pool.amount, tax: pool.vatTax }, paid)));
}

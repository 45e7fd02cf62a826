import { shareOut } from "~/domain/document/allocate";
import { addUp } from "~/domain/document/line-amounts";
import type { LineWords } from "~/domain/document/line-words";
import { poolKey, type PoolLeft, type Remainder } from "~/domain/document/remainder";
import { perUnitTax } from "~/domain/document/take-taxes-out";
import type { Wanted } from "~/domain/document/take-part";

/** Lines cut down to what is left of their taxes: earlier adjustments took part of it. */
export function withinPools(left: Remainder, wanted: readonly Wanted[]): Wanted[] {
  const cut = new Map<Wanted, Wanted>();
  for (const [key, pool] of left.pools) {
    const own = wanted.filter((line) => poolKey(line.burden) === key);
    const reduced = unitsWithin(pool.units, reduceTo(pool.amount, own));
    reduced.forEach((line, index) => cut.set(own[index]!, line));
  }
  return wanted.flatMap((line) => cut.get(line) ?? []);
}

function unitsWithin(most: number, lines: readonly Wanted[]): Wanted[] {
  let left = most;
  return lines.map((line) => {
    const { perUnit } = line.burden;
    if (!perUnit) return line;
    const units = Math.min(left, perUnit.units);
    left -= units;
    return { ...line, burden: { ...line.burden, perUnit: { ...perUnit, units } } };
  });
}

/** The lines at a smaller sum, each by its part. */
export function reduceTo(most: bigint, lines: readonly Wanted[]): Wanted[] {
  const amounts = lines.map((line) => line.amount);
  if (addUp(amounts) <= most) return [...lines];
  const reduced = shareOut(most, amounts);
  return lines.map((line, index) => ({ ...line, amount: reduced[index] ?? 0n }));
}

/** An amount that belongs to no line, over the taxes of the original by what is left of each: one line for each. */
export function adjustmentLines(left: Remainder, wanted: readonly Wanted[], amount: bigint, words: LineWords): Wanted[] {
  const pools = [...left.pools];
  const rooms = pools.map(([key, pool]) => roomIn(pool, key, wanted));
  const room = addUp(rooms);
  const shares = shareOut(amount < room ? amount : room, rooms);
  return pools.flatMap(([, pool], index) => adjustmentLine(pool, shares[index] ?? 0n, 0, words));
}

/** Whatever the lines leave of the original, so that nothing stays. */
export const restLines = (left: Remainder, wanted: readonly Wanted[], words: LineWords): Wanted[] =>
  [...left.pools].flatMap(([key, pool]) => {
    const own = wanted.filter((line) => poolKey(line.burden) === key);
    const units = own.reduce((sum, line) => sum + (line.burden.perUnit?.units ?? 0), 0);
    return adjustmentLine(pool, roomIn(pool, key, wanted), pool.units - units, words);
  });

/** All that is left of the original, taxes and tip included, in minor units. */
export const grossLeft = ({ pools, tipMinor }: Remainder): number =>
  tipMinor + Number(addUp([...pools.values()].map(({ amount, burden, units }) => amount + unitsTaxOf(burden, units))));

const unitsTaxOf = ({ perUnit }: PoolLeft["burden"], units: number): bigint => (perUnit ? perUnitTax(perUnit.tax, units) : 0n);

const roomIn = (pool: PoolLeft, key: string, wanted: readonly Wanted[]): bigint =>
  pool.amount - addUp(wanted.filter((line) => poolKey(line.burden) === key).map((line) => line.amount));

function adjustmentLine({ burden }: PoolLeft, amount: bigint, units: number, words: LineWords): Wanted[] {
  if (amount === 0n && units === 0) return [];
  const ofUnits = burden.perUnit && { ...burden.perUnit, units };
  const ref = { kind: "adjustment" as const, id: "" };
  return [{ ref, ...words.adjustment, quantity: 1, amount, discount: 0n, burden: { ...burden, perUnit: ofUnits } }];
}

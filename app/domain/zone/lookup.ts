import Flatbush from "flatbush";
import type { Asked } from "./covers";
import type { Box } from "./geometry";
import { foldPostal, matchesPostal, type PostalPattern } from "./postal-pattern";
import type { Side } from "./side";

type Entry = { include: Side };

/** Where to look for the zones that an address may be in, so that a question costs little however many there are. */
export type Lookup<E extends Entry> = {
  /** In the order in which they count. */
  readonly entries: readonly E[];
  /** Positions in `entries`, by what puts an address into them. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byUnit: ReadonlyMap<string, readonly number[]>;
  readonly byCode: ReadonlyMap<string, readonly number[]>;
  readonly patterns: readonly { pattern: PostalPattern; at: number }[];
  readonly everywhere: readonly number[];
  /** The boxes of all that is drawn, and whose each is. */
  readonly boxes: { tree: Flatbush; owners: readonly number[]; drawn: readonly Box[] } | null;
};

export function lookupOf<E extends Entry>(entries: readonly E[]): Lookup<E> {
  const [byName, byUnit, byCode] = [new Map<string, number[]>(), new Map<string, number[]>(), new Map<string, number[]>()];
  const patterns: { pattern: PostalPattern; at: number }[] = [];
  const drawn: { box: Box; at: number }[] = [];
  for (const [at, { include }] of entries.entries()) {
    for (const name of include.names.keys()) note(byName, name, at);
    for (const unit of include.units.keys()) note(byUnit, unit, at);
    for (const { pattern } of include.postal)
      if (pattern.kind === "exact") note(byCode, pattern.code, at);
      else patterns.push({ pattern, at });
    for (const { box } of include.drawn) drawn.push({ box, at });
  }
  const everywhere = [...entries.keys()].filter((at) => entries[at]!.include.isCountry);
  return { entries, byName, byUnit, byCode, patterns, everywhere, boxes: boxesOf(drawn) };
}

/**
 * Those that may cover it: all that do, and few that don't; in the order in which they count. `around`: where the address may be, absent
 * where it is at its position.
 */
export function candidatesOf<E extends Entry>(
  lookup: Lookup<E>,
  { names, units, zip, position }: Asked,
  around = position && ([...position, ...position] as const),
): E[] {
  const found = new Set(lookup.everywhere);
  const take = (positions: readonly number[] | undefined) => positions?.forEach((at) => found.add(at));
  for (const name of names) take(lookup.byName.get(name));
  for (const unit of units) take(lookup.byUnit.get(unit));
  if (zip) {
    take(lookup.byCode.get(foldPostal(zip)));
    for (const { pattern, at } of lookup.patterns) if (matchesPostal(pattern, zip)) found.add(at);
  }
  if (around && lookup.boxes) for (const box of lookup.boxes.tree.search(...around)) found.add(lookup.boxes.owners[box]!);
  return [...found].sort((a, b) => a - b).map((at) => lookup.entries[at]!);
}

function note(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key);
  if (known) known.push(at);
  else map.set(key, [at]);
}

function boxesOf(drawn: readonly { box: Box; at: number }[]): Lookup<Entry>["boxes"] {
  // A tree of nothing can't be made.
  if (drawn.length === 0) return null;
  const tree = new Flatbush(drawn.length);
  for (const { box } of drawn) tree.add(...box);
  tree.finish();
  return { tree, owners: drawn.map(({ at }) => at), drawn: drawn.map(({ box }) => box) };
}

/** The boxes of all that is drawn and reaches into one. */
export const boxesReaching = <E extends Entry>({ boxes }: Lookup<E>, box: Box): Box[] =>
  boxes ? boxes.tree.search(...box).map((at) => boxes.drawn[at]!) : [];

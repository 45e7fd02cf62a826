import { gazetteerOf, type Gazetteer } from "~/domain/gazetteer/gazetteer";
import { locate, type Reading } from "~/domain/gazetteer/locate";
import type { Vocabulary } from "~/domain/gazetteer/vocabulary";
import type { AreaPart, Position, Ring } from "~/domain/zone/area";
import { coversDrawn, coversNames } from "~/domain/zone/covers";
import { middleOf } from "~/domain/position/middle-of-place";
import { findZone, unitsOf, type Place } from "~/domain/zone/find-zone";
import type { Side } from "~/domain/zone/side";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import { distinctNames, nativeName, type NativeZone } from "./native-rates";

type TableZone = ZoneArea & Pick<NativeZone, "services">;
/** The table in pieces that fit into one metafield each; `tooLarge`: zones that found no room, by name. */
export type ZoneTable = { pieces: string[]; tooLarge: string[] };

/** What a function may read of one metafield, and of how many the input query asks (extensions/zone-rates/input.graphql). */
const PIECE_BYTES = 10_000;
const MOST_PIECES = 4;
/** Long lists go on in a line of the same kind, so that they fill the pieces and none is longer than one. */
const LIST_BYTES = 2000;
/** A function may answer 20,000 bytes, and takes some 120 to hide a rate; one that answers more changes nothing, and every buyer sees all. */
const MOST_RATES = 150;
const DEGREE = 100_000;

const NO_MAP = gazetteerOf("", []);
const bytes = (text: string): number => new TextEncoder().encode(text).length;

/**
 * The zones as the checkout's function reads them, the best first: for each the names, postal patterns and shapes that put an address inside or
 * out again, and the rates that are its own. What a name covers is asked of the zones themselves, so that server and function say the same.
 */
export function zoneTable<Z extends TableZone>(index: ZoneIndex<Z>, locale: string): ZoneTable {
  const names = namesOf(index);
  const called = distinctNames(index.zones.map(({ zone }) => zone));
  const blocks = index.zones.map(({ zone, include, exclude }) => ({
    name: called.get(zone.id)!,
    country: zone.area.countryCode,
    lines: [
      `Z${zone.area.countryCode}${(zone.locationGids ?? []).length > 0 ? "l" : ""}${include.isCountry ? "c" : ""}${exclude.isCountry ? "x" : ""}`,
      ...new Set(zone.services.filter(({ active }) => active).map((service) => `R${nativeName(called.get(zone.id)!, service, locale)}`)),
      ...sideLines(include, names.of(zone.id, "include"), { name: "N", unit: "U", middle: "M", postal: "P", circle: "O", polygon: "G" }),
      ...sideLines(exclude, names.of(zone.id, "exclude"), { name: "n", unit: "u", middle: "m", postal: "p", circle: "o", polygon: "g" }),
    ],
  }));
  return pack(headOf(names), blocks);
}

/** Names that a side says, those that lie in its units, and those whose middle lies in its shapes. */
type Covered = { names: string[]; within: string[]; middles: string[] };
type Letters = { name: string; unit: string; middle: string; postal: string; circle: string; polygon: string };

function sideLines(side: Side, { names, within, middles }: Covered, letters: Letters): string[] {
  return [
    ...listLines(letters.name, names),
    ...listLines(letters.unit, within),
    ...listLines(letters.middle, middles),
    ...listLines(
      letters.postal,
      side.postal.map(({ text }) => text.toUpperCase().replace(/\s+/g, "")),
    ),
    ...side.drawn.map(({ part }) => drawnLine(part, letters)),
  ];
}

/** Items parted by bars, in as many lines as they need. */
function listLines(head: string, items: readonly string[]): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && bytes(last) + 1 + bytes(item) <= LIST_BYTES) lines[lines.length - 1] = `${last}|${item}`;
    else lines.push(head + item);
  }
  return lines;
}

const wholeOf = (degrees: number): number => Math.round(degrees * DEGREE);

function drawnLine(part: Extract<AreaPart, { kind: "circle" | "polygon" }>, { circle, polygon }: Letters): string {
  if (part.kind === "polygon") return polygon + part.rings.map(ringText).join("/");
  return `${circle}${wholeOf(part.longitude)},${wholeOf(part.latitude)},${Math.round(part.metres)}`;
}

/** Each corner as the step from the one before: steps are short. */
function ringText(ring: Ring): string {
  let before: Position = [0, 0];
  return ring
    .map(([longitude, latitude]) => {
      const at: Position = [wholeOf(longitude), wholeOf(latitude)];
      const step = `${at[0] - before[0]},${at[1] - before[1]}`;
      before = at;
      return step;
    })
    .join(" ");
}

/** Which of all names each zone covers, asked one by one, and which of them may mean places in different zones. */
function namesOf<Z extends TableZone>(index: ZoneIndex<Z>) {
  const covered = new Map<string, Covered>();
  const sideOf = (id: string, side: string): Covered => {
    const key = `${id} ${side}`;
    const known = covered.get(key) ?? { names: [], within: [], middles: [] };
    covered.set(key, known);
    return known;
  };
  const ambiguous = new Map<string, string[]>();
  for (const [country, { vocabulary, lookup }] of index.countries) {
    const gazetteer = index.gazetteers.get(country) ?? NO_MAP;
    for (const name of namesKnown(vocabulary)) {
      const place: Place = { countryCode: country, province: null, city: name, zip: null, address2: null, position: null };
      const { readings } = locate(gazetteer, vocabulary, place);
      const [reading] = readings;
      if (readings.length > 1 && findZone(index, place).doubt?.code === "place_ambiguous")
        ambiguous.set(country, [...(ambiguous.get(country) ?? []), name]);
      for (const { zone, include, exclude } of reading ? lookup.entries : []) {
        note(sideOf(zone.id, "include"), include, name, gazetteer, reading!);
        note(sideOf(zone.id, "exclude"), exclude, name, gazetteer, reading!);
      }
    }
  }
  const effective = [...covered.values()].flatMap(({ names, within, middles }) => [...names, ...within, ...middles]);
  const told = new Set([...effective, ...[...ambiguous.values()].flat()]);
  const all = [...index.countries.values()].flatMap(({ vocabulary }) => namesKnown(vocabulary));
  return { of: sideOf, ambiguous, known: all.filter((name) => !told.has(name) && hasWithin(name, told)) };
}

const namesKnown = ({ names, wider }: Vocabulary): string[] => [...new Set([...names, ...(wider ? namesKnown(wider) : [])])].sort();

/** Whether a name has another among its words: it must be known, lest it be taken for that one. */
function hasWithin(name: string, told: ReadonlySet<string>): boolean {
  const words = name.split(" ");
  return words.some((_word, start) => words.some((_last, end) => end >= start && told.has(words.slice(start, end + 1).join(" "))));
}

function note(covered: Covered, side: Side, name: string, gazetteer: Gazetteer, { names, path }: Reading): void {
  if (coversNames(side, names, [])) covered.names.push(name);
  else if (coversNames(side, names, unitsOf(gazetteer, path))) covered.within.push(name);
  else {
    const middle = middleOf(path);
    if (middle && coversDrawn(side, [middle.longitude, middle.latitude])) covered.middles.push(name);
  }
}

const headOf = ({ ambiguous, known }: { ambiguous: ReadonlyMap<string, string[]>; known: string[] }): string[] => [
  ...[...ambiguous].flatMap(([country, names]) => listLines(`A${country}`, names)),
  ...listLines("K", known),
];

type Block = { name: string; country: string; lines: string[] };

/**
 * Whole lines, so that no piece ends within one; a zone that has no room is left out whole, and is said. Without the names that mean several places
 * nothing could be told apart: where they have no room, no zone has.
 */
function pack(head: string[], blocks: Block[]): ZoneTable {
  const pieces: string[] = [""];
  const put = (lines: string[]): boolean => {
    const trial = [...pieces];
    for (const line of lines) {
      if (bytes(line) + 1 > PIECE_BYTES) return false;
      if (bytes(trial.at(-1)!) + bytes(line) + 1 > PIECE_BYTES) trial.push("");
      if (trial.length > MOST_PIECES) return false;
      trial[trial.length - 1] += `${line}\n`;
    }
    pieces.splice(0, pieces.length, ...trial);
    return true;
  };
  if (!put(head)) return { pieces: [], tooLarge: blocks.map(({ name }) => name) };
  const rates = new Map<string, number>();
  const tooLarge = blocks.filter(({ country, lines }) => {
    const count = (rates.get(country) ?? 0) + lines.filter((line) => line.startsWith("R")).length;
    if (count > MOST_RATES || !put(lines)) return true;
    rates.set(country, count);
    return false;
  });
  return { pieces: pieces.filter(Boolean), tooLarge: tooLarge.map(({ name }) => name) };
}

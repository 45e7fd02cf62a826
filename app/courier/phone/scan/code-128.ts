// ISO/IEC 15417: each character is three bars and three spaces over eleven modules; the stop has a bar of two modules more.
const WIDTHS = [
  "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212",
  "223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331",
  "132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124",
  "121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112",
  "421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232",
].join("");
const PATTERNS = Array.from({ length: 106 }, (_, value) => [...WIDTHS.slice(value * 6, value * 6 + 6)].map(Number));
const STOP = [2, 3, 3, 1, 1, 1];
const MODULES = 11;
const STARTS: Record<number, CodeSet> = { 103: "A", 104: "B", 105: "C" };
/** What switches to another set, or lasts for one character. */
const SWITCHES: Record<CodeSet, Partial<Record<number, CodeSet>>> = {
  A: { 99: "C", 100: "B" },
  B: { 99: "C", 101: "A" },
  C: { 100: "B", 101: "A" },
};
const SHIFT = 98;
type CodeSet = "A" | "B" | "C";

/** How far the bars of a character may be from its pattern, in modules: each, and all together. */
const MOST_OFF = { each: 0.8, all: 2.2 };

/** What a row of bars says, read from one side; `runs`: widths of spaces and bars in turn, a space first. null: it is no Code 128. */
export function code128In(runs: readonly number[]): string | null {
  for (let at = 1; at + 6 < runs.length; at += 2) {
    const start = valueAt(runs, at, 103, 105);
    const modules = sum(runs, at, 6) / MODULES;
    // Before it, and after it, there is a quiet space.
    if (start === null || runs[at - 1]! < 4 * modules) continue;
    const values = valuesFrom(runs, at + 6, start);
    const text = values && textOf(start, values);
    if (text) return text;
  }
  return null;
}

/** All between start and checksum; null: it ends otherwise than by a stop, or the checksum says that something was misread. */
function valuesFrom(runs: readonly number[], from: number, start: number): number[] | null {
  const values: number[] = [];
  for (let at = from; at + 6 <= runs.length; at += 6) {
    if (off(runs, at, STOP) !== null) {
      const check = values.pop();
      const total = values.reduce((so, value, index) => so + value * (index + 1), start);
      return check === total % 103 ? values : null;
    }
    const value = valueAt(runs, at, 0, 102);
    if (value === null) return null;
    values.push(value);
  }
  return null;
}

function textOf(start: number, values: readonly number[]): string {
  let set = STARTS[start]!;
  let once: CodeSet | null = null;
  let text = "";
  for (const value of values) {
    const now: CodeSet = once ?? set;
    once = null;
    if (now !== "C" && value === SHIFT) once = now === "A" ? "B" : "A";
    else if (SWITCHES[now][value]) set = SWITCHES[now][value]!;
    else if (now === "C") text += value < 100 ? String(value).padStart(2, "0") : "";
    else if (value < 96) text += String.fromCharCode(now === "A" && value >= 64 ? value - 64 : value + 32);
  }
  return text;
}

/** The character that the bars at a place are nearest to; null: none. */
function valueAt(runs: readonly number[], at: number, from: number, to: number): number | null {
  let best: { value: number; by: number } | null = null;
  for (let value = from; value <= to; value++) {
    const by = off(runs, at, PATTERNS[value]!);
    if (by !== null && (!best || by < best.by)) best = { value, by };
  }
  return best?.value ?? null;
}

/** By how many modules bars differ from a pattern; null: by too many. */
function off(runs: readonly number[], at: number, pattern: readonly number[]): number | null {
  const module = sum(runs, at, 6) / MODULES;
  let all = 0;
  for (let bar = 0; bar < 6; bar++) {
    const by = Math.abs(runs[at + bar]! / module - pattern[bar]!);
    all += by;
    if (by > MOST_OFF.each || all > MOST_OFF.all) return null;
  }
  return all;
}

function sum(runs: readonly number[], at: number, count: number): number {
  let total = 0;
  for (let run = at; run < at + count; run++) total += runs[run]!;
  return total;
}

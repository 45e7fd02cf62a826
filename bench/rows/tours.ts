import { haversine, type Point } from "~/domain/geo/point";
import { openTour } from "~/domain/tour/open-tour";
import { microsecondsEach } from "../cpu.ts";
import type { Row } from "../row.ts";

const STOPS = [50, 100, 200];
const ROUNDS = 5;
const START = { latitude: -0.18, longitude: -78.48 };

/** Points over a city, always the same (a linear congruential generator). */
function points(count: number): Point[] {
  let state = count;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return Array.from({ length: count }, () => ({ latitude: -0.35 + next() * 0.35, longitude: -78.6 + next() * 0.25 }));
}

const lengthOf = (way: readonly Point[]) => way.reduce((sum, at, index) => sum + haversine(way[index - 1] ?? START, at), 0);

/** From each stop to the nearest that is left: what anybody would drive. */
function greedy(all: readonly Point[]): Point[] {
  const [way, left] = [[] as Point[], [...all]];
  while (left.length > 0) {
    const from = way.at(-1) ?? START;
    left.sort((a, b) => haversine(from, a) - haversine(from, b));
    way.push(left.shift()!);
  }
  return way;
}

/** The order of a courier's stops, with a third of them within two hours of their own. */
export async function tours(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of STOPS) {
    const all = points(count);
    const windows = new Map(
      all.map((at, index) => [at, index % 3 === 0 ? { from: (index % 5) * 7200, until: (index % 5) * 7200 + 7200 } : null]),
    );
    const positionOf = (at: Point) => at;
    const shorter = 100 * (1 - lengthOf(openTour(all, { positionOf, start: START })) / lengthOf(greedy(all)));
    const told = { positionOf, start: START };
    const { plain, timed, bare } = await microsecondsEach(
      {
        bare: { calls: 1, work: () => greedy(all) },
        plain: { calls: 1, work: () => openTour(all, told) },
        timed: { calls: 1, work: () => openTour(all, { ...told, windowOf: (at) => windows.get(at) ?? null }) },
      },
      ROUNDS,
    );
    const row = { unit: "ms", goal: 300, better: "lower" as const, baseline: { name: "nearest next", value: bare / 1000 } };
    rows.push(
      { ...row, name: `tour of ${count} stops`, value: plain / 1000, note: `${shorter.toFixed(0)} % shorter than by the nearest next` },
      { ...row, name: "the same with hours of a third of them", value: timed / 1000 },
    );
  }
  return rows;
}

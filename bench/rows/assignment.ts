// A whole day's orders given to a large fleet at once: by the engine alone, beside a bare round through the same couriers.
import { performance } from "node:perf_hooks";
import { assignBatch } from "../../app/domain/assignment/assign-batch.ts";
import { NO_WORK } from "../../app/domain/assignment/load-limit.ts";
import { QUITO } from "../../app/domain/assignment/plates.ts";
import type { Scene, Task, Worker } from "../../app/domain/assignment/roster.ts";
import { NO_LIMITS } from "../../app/domain/assignment/terms.ts";
import type { Row } from "../row.ts";

const [ORDERS, COURIERS, SQUARES] = [5_000, 200, 400];
/** A sequence that looks like chance and is the same each time. */
const scattered = (at: number, most: number): number => (Math.imul(at + 1, 2_654_435_761) >>> 0) % most;

const SCENE: Scene = {
  now: new Date("2026-11-26T15:00:00Z"),
  timeZone: "America/Guayaquil",
  rules: { strategy: "balanced", holidaysWorked: false, plates: QUITO },
  holidays: () => new Set(["2026-12-25"]),
};

const workers = Array.from({ length: COURIERS }, (_none, at): Worker => ({
  ...{ courierId: `c${at}`, name: `Courier ${at}`, work: NO_WORK, spots: [`s${at}`], lastGiven: new Map() },
  terms: {
    ...{ ...NO_LIMITS, active: true, dailyCapacity: 60, plate: `PBX48${at % 100}`, maxGrams: 900_000, cashLimitMinor: 900_000 },
    shifts: [{ days: [1, 2, 3, 4, 5], from: 480, to: 1_200 }],
  },
}));
const zone = { id: "z", name: "Quito", countryCode: "EC", courierIds: workers.map(({ courierId }) => courierId), strategy: null };
const tasks = Array.from({ length: ORDERS }, (_none, at): Task => {
  const square = scattered(at, SQUARES);
  const around = Array.from({ length: 10 }, (_side, side) => `s${square + side}`);
  return {
    ...{ id: `t${at}`, rank: String(scattered(at, 1_000_000)).padStart(7, "0"), zone, grams: scattered(at, 9_000) },
    ...{ cashMinor: scattered(at, 8_000), spots: { own: [`s${square}`], around } },
  };
});

/** The same comparisons with nothing decided or said: the least that looking at every courier for every order costs. */
function bare(): number {
  const open = new Array<number>(COURIERS).fill(0);
  for (let order = 0; order < ORDERS; order++) {
    let best = 0;
    for (let at = 1; at < COURIERS; at++) if (open[at]! < open[best]!) best = at;
    open[best]!++;
  }
  return Math.max(...open);
}

function milliseconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

export function assignment(): Promise<Row> {
  const value = milliseconds(() => assignBatch(tasks, workers, SCENE));
  return Promise.resolve({
    ...{ name: `${ORDERS} orders × ${COURIERS} couriers assigned`, value, unit: "ms", goal: 2_000, better: "lower" },
    baseline: { name: "fewest open stops, nothing said", value: milliseconds(bare) },
  });
}

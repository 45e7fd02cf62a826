import fc from "fast-check";
import { expect, test } from "vitest";
import { assignBatch } from "./assign-batch";
import { NO_WORK, loadLimit, type Workload } from "./load-limit";
import { NO_PLATE_TABLE } from "./plates";
import type { Scene, Task, TaskZone, Worker } from "./roster";
import { NO_LIMITS, STRATEGIES, type CourierTerms } from "./terms";

// A Thursday, ten in the morning in Quito.
const SCENE: Scene = {
  now: new Date("2026-11-26T15:00:00Z"),
  timeZone: "America/Guayaquil",
  rules: { strategy: "balanced", holidaysWorked: true, plates: NO_PLATE_TABLE },
  holidays: () => new Set(),
};
const TERMS: CourierTerms = { active: true, dailyCapacity: 100, plate: null, ...NO_LIMITS };
const aWorker = (courierId: string, work: Partial<Workload> = {}, terms: Partial<CourierTerms> = {}, spots: string[] = []): Worker => ({
  courierId,
  name: courierId.toUpperCase(),
  terms: { ...TERMS, ...terms },
  work: { ...NO_WORK, ...work },
  spots,
  lastGiven: new Map(),
});
const aZone = (courierIds: string[], strategy: TaskZone["strategy"] = null): TaskZone => ({
  ...{ id: "z", name: "Norte", countryCode: "EC", courierIds, strategy },
});
const aTask = (rank: number, zone: TaskZone, change: Partial<Task> = {}): Task => ({
  ...{ id: `t${rank}`, rank: String(rank).padStart(6, "0"), zone, grams: 0, cashMinor: 0, spots: { own: [], around: [] } },
  ...change,
});
const one = (workers: Worker[], task: Partial<Task> = {}, strategy: TaskZone["strategy"] = null, scene: Partial<Scene> = {}) =>
  assignBatch(
    [
      aTask(
        1,
        aZone(
          workers.map(({ courierId }) => courierId),
          strategy,
        ),
        task,
      ),
    ],
    workers,
    { ...SCENE, ...scene },
  ).get("t1")!;
const verdicts = (choice: ReturnType<typeof one>) => choice.considered.map(({ verdict }) => verdict);

test("fewest open stops first; of equals who is near, then who got less this week, then the zone's list", () => {
  const loaded = one([aWorker("a", { openStops: 3 }), aWorker("b", { openStops: 1 })]);
  expect(loaded).toMatchObject({ courierId: "b", code: "least_loaded", params: { courier: "B", open: 1 } });
  expect(verdicts(loaded)).toEqual(["more_open_stops", "chosen"]);
  const near = one([aWorker("a", { stopsThisWeek: 1 }), aWorker("b", { stopsThisWeek: 9 }, {}, ["x"])], {
    spots: { own: ["x"], around: ["x"] },
  });
  expect([near.courierId, near.code, verdicts(near)]).toEqual(["b", "near_its_stops", ["not_near", "chosen"]]);
  const week = one([aWorker("a", { stopsThisWeek: 9 }), aWorker("b", { stopsThisWeek: 1 })]);
  expect([week.courierId, week.code]).toEqual(["b", "least_this_week"]);
  expect(week.considered[0]).toMatchObject({ verdict: "more_this_week", params: { week: 9 } });
  const equal = one([aWorker("b"), aWorker("a")]);
  expect([equal.courierId, equal.code, verdicts(equal)]).toEqual(["b", "first_of_equals", ["chosen", "later_in_list"]]);
  expect(one([aWorker("a", { openStops: 7 })])).toMatchObject({ courierId: "a", code: "only_courier" });
});

test("each strategy has its own order: the list, the turn, or a person", () => {
  const workers = [aWorker("a", { openStops: 9 }), aWorker("b")];
  expect(one(workers, {}, "first_in_list")).toMatchObject({ courierId: "a", code: "first_in_list" });
  const byHand = one(workers, {}, "manual");
  expect(byHand).toMatchObject({ courierId: null, code: "assign_by_hand", params: { zone: "Norte", count: 2 } });
  expect(verdicts(byHand)).toEqual(["may_take", "may_take"]);
  const zone = aZone(["a", "b", "c"], "round_robin");
  const crew = ["a", "b", "c"].map((id) => aWorker(id));
  const begun = [{ ...crew[0]!, lastGiven: new Map([["z", 5]]) }, crew[1]!, crew[2]!];
  const given = assignBatch(
    [1, 2, 3, 4].map((n) => aTask(n, zone)),
    begun,
    SCENE,
  );
  expect([...given.values()].map(({ courierId }) => courierId)).toEqual(["b", "c", "a", "b"]);
});

test.each<[string, Worker, Partial<Task>, string, object | undefined]>([
  ["inactive", aWorker("a", {}, { active: false }), {}, "inactive", undefined],
  ["the day's stops", aWorker("a", { stopsToday: 100 }), {}, "capacity_reached", { given: 100, freeFrom: "2026-11-27T05:00:00.000Z" }],
  ["stops at once", aWorker("a", { openStops: 2 }, { maxOpenStops: 2 }), {}, "open_stops_reached", { most: 2 }],
  ["weight", aWorker("a", { openGrams: 9_000 }, { maxGrams: 10_000 }), { grams: 1_001 }, "too_heavy", { kilograms: 9, most: 10 }],
  [
    "cash",
    aWorker("a", { cashMinor: 9_000 }, { cashLimitMinor: 10_000 }),
    { cashMinor: 1_001 },
    "cash_limit",
    { cash: 90, cashLimit: 100 },
  ],
  ["shift", aWorker("a", {}, { shifts: [{ days: [5], from: 540, to: 1080 }] }), {}, "off_shift", { freeFrom: "2026-11-27T14:00:00.000Z" }],
  ["out today", aWorker("a", {}, { outOn: "2026-11-26" }), {}, "out_today", { freeFrom: "2026-11-27T05:00:00.000Z" }],
])("the limit of %s is said with its figures", (_what, worker, task, verdict, params) => {
  const choice = one([worker], task);
  expect(choice.courierId).toBeNull();
  expect(choice.considered[0]).toMatchObject({ verdict });
  expect(choice.considered[0]!.params).toEqual(params);
});

test("nobody eligible: which limits, for how many couriers, and when the next is free", () => {
  const shift = (from: number) => ({ shifts: [{ days: [4, 5], from, to: 1200 }] });
  const choice = one([
    aWorker("a", {}, shift(960)),
    aWorker("b", {}, shift(720)),
    aWorker("c", { stopsToday: 100 }),
    aWorker("d", { openStops: 1 }, { maxOpenStops: 1 }),
  ]);
  expect(choice).toMatchObject({
    code: "nobody_eligible",
    params: { zone: "Norte", limits: "off_shift:2,capacity_reached:1,open_stops_reached:1", freeFrom: "2026-11-26T17:00:00.000Z" },
  });
  expect(one([])).toMatchObject({ code: "zone_without_courier", params: { zone: "Norte" } });
  expect(one([aWorker("a", {}, { active: false })])).toMatchObject({ code: "zone_without_courier" });
  const full = one([aWorker("a", { openStops: 1 }, { maxOpenStops: 1 })]);
  expect(full).toMatchObject({ freeFrom: null, params: { freeFrom: "" } });
});

const workerArbitrary = fc
  .record({
    open: fc.nat(4),
    week: fc.nat(20),
    capacity: fc.integer({ min: 1, max: 12 }),
    maxOpen: fc.option(fc.nat(9)),
    maxGrams: fc.option(fc.nat(9_000)),
    cash: fc.option(fc.nat(9_000)),
  })
  .map(
    ({ open, week, capacity, maxOpen, maxGrams, cash }) =>
      (id: string) =>
        aWorker(
          id,
          { openStops: open, stopsThisWeek: week },
          { dailyCapacity: capacity, maxOpenStops: maxOpen, maxGrams, cashLimitMinor: cash },
        ),
  );
const crewArbitrary = fc.array(workerArbitrary, { minLength: 1, maxLength: 6 }).map((makers) => makers.map((make, at) => make(`c${at}`)));
const loads = fc.array(fc.record({ grams: fc.nat(3_000), cashMinor: fc.nat(3_000), spot: fc.nat(3) }), { maxLength: 30 });

test("the order in which a batch and its couriers arrive changes nothing", () => {
  fc.assert(
    fc.property(crewArbitrary, loads, fc.constantFrom(...STRATEGIES), fc.infiniteStream(fc.nat()), (crew, all, strategy, chance) => {
      const zone = aZone(
        crew.map(({ courierId }) => courierId),
        strategy,
      );
      const tasks = all.map((load, at) => aTask(at, zone, { ...load, spots: { own: [`s${load.spot}`], around: [`s${load.spot}`] } }));
      const shuffled = <T>(list: T[]): T[] =>
        list
          .map((item) => [chance.next().value as number, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const sorted = (choices: Map<string, unknown>) => [...choices].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(assignBatch(shuffled(tasks), shuffled(crew), SCENE))).toEqual(sorted(assignBatch(tasks, crew, SCENE)));
    }),
  );
});

test("no limit is ever broken, and a delivery waits only while every courier is at one", () => {
  fc.assert(
    fc.property(crewArbitrary, loads, fc.constantFrom("balanced", "first_in_list", "round_robin"), (crew, all, strategy) => {
      const zone = aZone(
        crew.map(({ courierId }) => courierId),
        strategy as TaskZone["strategy"],
      );
      const tasks = all.map((load, at) => aTask(at, zone, load));
      const choices = assignBatch(tasks, crew, SCENE);
      const work = new Map(crew.map(({ courierId, work: begun }) => [courierId, { ...begun }]));
      for (const task of tasks) {
        const { courierId } = choices.get(task.id)!;
        const may = ({ courierId: id, terms }: Worker) => loadLimit(terms, work.get(id)!, task) === null;
        if (courierId === null) expect(crew.filter(may)).toEqual([]);
        else {
          expect(may(crew.find((worker) => worker.courierId === courierId)!)).toBe(true);
          const own = work.get(courierId)!;
          own.openStops++;
          own.stopsToday++;
          own.openGrams += task.grams;
          own.cashMinor += task.cashMinor;
        }
      }
    }),
  );
});

test("balanced, couriers who may take everything never differ by more than one open stop, or by what they began with", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }), fc.nat(40), (begun, count) => {
      const crew = begun.map((openStops, at) => aWorker(`c${at}`, { openStops }));
      const zone = aZone(crew.map(({ courierId }) => courierId));
      const given = [
        ...assignBatch(
          Array.from({ length: count }, (_none, at) => aTask(at, zone)),
          crew,
          SCENE,
        ).values(),
      ];
      const open = crew.map(({ courierId, work }) => work.openStops + given.filter((choice) => choice.courierId === courierId).length);
      expect(Math.max(...open)).toBeLessThanOrEqual(Math.max(Math.min(...open) + 1, ...begun));
    }),
  );
});

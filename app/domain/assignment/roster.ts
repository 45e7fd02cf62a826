import { wallTimeIn } from "~/domain/time/calendar";
import type { Choice, Considered, Limit, Verdict } from "./choice";
import { loadLimit, type Workload } from "./load-limit";
import type { Standing } from "./ranking";
import type { Spots } from "./spots";
import type { AssignmentRules, CourierTerms, Strategy } from "./terms";
import { nextWorkingTime, startOfNextDay, timeLimit, type Calendar } from "./time-limit";
import { instantOf } from "./wall-time";

/** A delivery to be given. `rank` sorts a batch, whatever order it comes in. */
export type Task = { id: string; rank: string; zone: TaskZone; grams: number; cashMinor: number; spots: Spots };
/** `courierIds`: in the zone's order; `strategy` null: the shop's. */
export type TaskZone = { id: string; name: string; countryCode: string; courierIds: readonly string[]; strategy: Strategy | null };

/** A courier as the batch begins. `spots`: of their open stops; `lastGiven`: zone → when they last got one of it, in milliseconds. */
export type Worker = {
  courierId: string;
  name: string;
  terms: CourierTerms;
  work: Workload;
  spots: readonly string[];
  lastGiven: ReadonlyMap<string, number>;
};

/** When it is decided, and by which rules. `holidays`: national ones (yyyy-mm-dd) of a country, as far as the rules ask for them. */
export type Scene = { now: Date; timeZone: string; rules: AssignmentRules; holidays(country: string): ReadonlySet<string> };

type OnShift = { limit: Limit | null; freeFrom: Date | null };

/** One courier through a batch: what they have grows with each stop they get. */
export class Member {
  readonly work: Workload;
  private readonly spots: Set<string>;
  private readonly lastGiven: Map<string, number>;
  private readonly onShift = new Map<string, OnShift>();
  private tomorrow: Date | null | undefined;

  constructor(
    readonly worker: Worker,
    private readonly scene: Scene,
  ) {
    this.work = { ...worker.work };
    this.spots = new Set(worker.spots);
    this.lastGiven = new Map(worker.lastGiven);
  }

  /** What keeps them from a task, and until when. */
  limitFor(task: Task): OnShift {
    const onShift = this.shiftIn(task.zone.countryCode);
    if (onShift.limit) return onShift;
    const limit = loadLimit(this.worker.terms, this.work, task);
    return { limit, freeFrom: limit === "capacity_reached" ? this.freeTomorrow(task.zone.countryCode) : null };
  }

  standing(task: Task, position: number): Standing {
    const { openStops, stopsThisWeek } = this.work;
    const isNear = this.spots.size > 0 && task.spots.around.some((spot) => this.spots.has(spot));
    return { openStops, stopsThisWeek, isNear, position, lastGiven: this.lastGiven.get(task.zone.id) ?? 0 };
  }

  take({ grams, cashMinor, spots, zone }: Task, turn: number): void {
    this.work.openStops++;
    this.work.stopsToday++;
    this.work.stopsThisWeek++;
    this.work.openGrams += grams;
    this.work.cashMinor += cashMinor;
    for (const spot of spots.own) this.spots.add(spot);
    this.lastGiven.set(zone.id, turn);
  }

  /** What is said of them beside the others. */
  considered(verdict: Verdict, freeFrom: Date | null = null): Considered {
    const { courierId, name, terms } = this.worker;
    const params = this.paramsOf(verdict, freeFrom);
    const said = { courierId, name, openStops: this.work.openStops, capacity: terms.dailyCapacity, verdict };
    return params ? { ...said, params } : said;
  }

  private paramsOf(verdict: Verdict, freeFrom: Date | null): Considered["params"] {
    const { terms, work } = this;
    const until: Considered["params"] = freeFrom ? { freeFrom: freeFrom.toISOString() } : {};
    if (verdict === "capacity_reached") return { given: work.stopsToday, ...until };
    if (verdict === "open_stops_reached") return { most: terms.maxOpenStops! };
    if (verdict === "too_heavy") return { kilograms: work.openGrams / 1000, most: terms.maxGrams! / 1000 };
    if (verdict === "cash_limit") return { cash: work.cashMinor / 100, cashLimit: terms.cashLimitMinor! / 100 };
    if (verdict === "more_this_week") return { week: work.stopsThisWeek };
    return freeFrom ? until : undefined;
  }

  private get terms(): CourierTerms {
    return this.worker.terms;
  }

  private calendarOf(country: string): Calendar {
    return { rules: this.scene.rules, holidays: this.scene.holidays(country) };
  }

  private shiftIn(country: string): OnShift {
    const known = this.onShift.get(country);
    if (known) return known;
    const [calendar, now] = [this.calendarOf(country), wallTimeIn(this.scene.now, this.scene.timeZone)];
    const limit = timeLimit(this.terms, now, calendar);
    const next = limit === null ? null : nextWorkingTime(this.terms, now, calendar);
    const found = { limit, freeFrom: next && instantOf(next, this.scene.timeZone) };
    this.onShift.set(country, found);
    return found;
  }

  private freeTomorrow(country: string): Date | null {
    if (this.tomorrow !== undefined) return this.tomorrow;
    const from = startOfNextDay(wallTimeIn(this.scene.now, this.scene.timeZone));
    const next = nextWorkingTime(this.terms, from, this.calendarOf(country));
    return (this.tomorrow = next && instantOf(next, this.scene.timeZone));
  }
}

export type Nobody = Extract<Choice, { courierId: null }>;

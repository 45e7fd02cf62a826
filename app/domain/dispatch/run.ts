import { isReverse } from "~/domain/delivery/reverse";
import { OPEN_STATES, type DeliveryState } from "~/domain/delivery/states";
import { dateIn } from "~/domain/time/calendar";

/** `loading`: its guide is awaited; `ready`: it may set out; `under_way`: a stop of it has been started. */
export const RUN_STATES = ["loading", "ready", "under_way", "ended"] as const;
export type RunState = (typeof RUN_STATES)[number];

type Run = { state: RunState; createdAt: Date };

/** A guide covers the day on which it was issued, the way back included: the next day the goods need another. */
export const isOfToday = ({ createdAt }: Run, now: Date, timeZone: string): boolean =>
  dateIn(createdAt, timeZone) === dateIn(now, timeZone);

/** Authorised when its day was over and nothing had set out: no goods moved under it. `issueDate`: yyyy-mm-dd. */
export const cameLate = (issueDate: string, { startedAt }: { startedAt: Date | null }, now: Date, timeZone: string): boolean =>
  startedAt === null && issueDate < dateIn(now, timeZone);

/** Why a stop can't be started yet: it lies in no run of today, or its run's guide is awaited. */
export type Hindrance = "not_loaded" | "guide_awaited";

export function hindranceOf(run: Run | null, now: Date, timeZone: string): Hindrance | null {
  if (!run || run.state === "ended" || !isOfToday(run, now, timeZone)) return "not_loaded";
  return run.state === "loading" ? "guide_awaited" : null;
}

type Stop = { state: DeliveryState; runId: string | null };

/** What a courier can load: what waits to go out, the first time or again, and lies in none of the runs that still count. */
export const isLoadable = ({ state, runId }: Stop, current: readonly string[]): boolean =>
  (state === "assigned" || state === "attempt_failed") && !(runId !== null && current.includes(runId));

type Carried = Pick<Stop, "state"> & { returnGid?: string | null; owesRest?: boolean };

/** Nothing of it is on the road, or waits to be. What was fetched of a return is, until it is at the shop: its guide is for that way. */
export const isDone = (stops: readonly Carried[]): boolean =>
  stops.every((stop) => !OPEN_STATES.includes(stop.state) && !isBeingBrought(stop));

/** The goods of a return, on their way from the buyer to the shop. */
export const isBeingBrought = ({ state, owesRest = false, ...stop }: Carried): boolean =>
  isReverse(stop) && state === "delivered" && owesRest;

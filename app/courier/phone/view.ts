import type { Day } from "../protocol";
import { photosToSend } from "./next-step";
import { overlay } from "./overlay";
import { isOpenEvent } from "./queue";
import type { SyncState } from "./sender";
import { withShift } from "./shift-queue";
import { EMPTY, type Snapshot } from "./snapshot";
import { NO_WARNINGS, type Warnings } from "./warnings";

/** What the program knows of itself, beside what the phone keeps. */
export type Condition = {
  /** false: not read from the phone yet. */
  isOpen: boolean;
  /** It can't be read: this browser keeps nothing for us. */
  isShut: boolean;
  sync: SyncState;
  warnings: Warnings;
};

/** What the pages show. */
export type View = Omit<Snapshot, "etag" | "looks" | "scans" | "phoneId"> &
  Condition & {
    /** The server's day with what the courier has done since. */
    day: Day | null;
    /** A newer version is here and nothing is under way: it may be loaded. */
    isNewVersionReady: boolean;
  };

export const firstView = (day: Day | null): View => ({
  ...{ ...EMPTY, isOpen: false, isShut: false, sync: "idle", warnings: NO_WARNINGS, isNewVersionReady: false },
  day,
});

/** `inPage`: the day that the server put into the page, for as long as the phone has none. `hasNewVersion`: one waits to take over. */
export function viewOf(
  held: Snapshot,
  condition: Condition,
  { inPage, hasNewVersion }: { inPage: Day | null; hasNewVersion: boolean },
): View {
  const { day: kept, etag: _etag, looks: _looks, scans: _scans, phoneId: _phoneId, ...shown } = held;
  const day = kept ?? inPage;
  return {
    ...shown,
    ...condition,
    sync: held.needsLink ? "needs_link" : condition.sync,
    isNewVersionReady: hasNewVersion && !hasUnsent(held) && !held.shots.some(({ state }) => state === "draft"),
    day: day && withShift(overlay(day, held.events), held.shift),
  };
}

export const hasUnsent = ({ events, shots, shift, position }: Snapshot): boolean =>
  events.some(isOpenEvent) || photosToSend(events, shots).length > 0 || shift.length > 0 || position !== null;

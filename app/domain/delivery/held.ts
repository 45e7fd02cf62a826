import { isDoubted } from "~/domain/proof/signals";
import type { Doubt } from "~/domain/proof/doubt";

/**
 * What capture and invoice of a delivered order wait for: its first photo; the time in which its courier may take it back; a glance at what
 * contradicts it; a person's decision.
 */
export const HELD_FOR = ["photo", "undo", "doubt", "person"] as const;
export type Held = (typeof HELD_FOR)[number];
export type Hold = { heldFor: Held | null; heldUntil: Date | null };

/** Nothing holds it. */
export const UNHELD: Hold = { heldFor: null, heldUntil: null };

/** The document still has to be signed, sent and answered within the day. */
const TIME_TO_ISSUE_MS = 30 * 60_000;

type Reported = { now: Date; doubt: Doubt | null; undoUntil: Date | null; dueAt: Date | null };

/**
 * What holds a delivery once nothing is missing from its report; null: nothing, its proof stands. A doubt holds until the document must be
 * made to be in time (`dueAt`, the country's law; null: none), and where that is over not at all. No longer than that may it be taken back.
 */
export function holdOf({ now, doubt, undoUntil, dueAt }: Reported): Hold | null {
  const latest = dueAt && new Date(dueAt.getTime() - TIME_TO_ISSUE_MS);
  const until = undoUntil && latest && latest < undoUntil ? latest : undoUntil;
  if (until !== null && until > now) return { heldFor: "undo", heldUntil: until };
  if (doubt === null || !isDoubted(doubt.signals) || latest === null) return null;
  return latest > now ? { heldFor: "doubt", heldUntil: latest } : null;
}

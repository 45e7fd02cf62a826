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
 * made to be in time (`dueAt`, the country's law; null: none), and where that is over not at all.
 */
export function holdOf({ now, doubt, undoUntil, dueAt }: Reported): Hold | null {
  if (undoUntil !== null && undoUntil > now) return { heldFor: "undo", heldUntil: undoUntil };
  if (doubt === null || !isDoubted(doubt.signals) || dueAt === null) return null;
  const lookUntil = new Date(dueAt.getTime() - TIME_TO_ISSUE_MS);
  return lookUntil > now ? { heldFor: "doubt", heldUntil: lookUntil } : null;
}

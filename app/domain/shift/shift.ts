import type { PhonePosition, Stamp } from "~/domain/phone-event/event";

/** `shift_start` of a shift that is paused goes on with it. */
export const SHIFT_KINDS = ["shift_start", "shift_pause", "shift_end"] as const;
export type ShiftKind = (typeof SHIFT_KINDS)[number];

/** What a courier says of their own shift. `shiftId`: made where it was begun. `sharesPosition`: the courier's consent, given with the start. */
export type ShiftEvent = { id: string; kind: ShiftKind; shiftId: string; sharesPosition: boolean; stamp: Stamp };

/** Where the phone is, while a shift is on and its courier agreed: only the last counts. */
export type PositionNews = { kind: "position"; shiftId: string; position: PhonePosition; stamp: Stamp };

/** `changedAt`, `phoneId`, `counter`: of what was told last of it; null and 0: by a form without a script. */
export type Shift = {
  id: string;
  startedAt: Date;
  pausedAt: Date | null;
  endedAt: Date | null;
  sharesPosition: boolean;
  changedAt: Date;
  phoneId: string | null;
  counter: number;
};
/** `at`: in our time. */
export type ToldShift = Pick<ShiftEvent, "kind" | "shiftId" | "sharesPosition"> & { at: Date; phoneId: string | null; counter: number };

/** The shift after what was told of it; null: it changes nothing, as what came before does, or what comes after its end. */
export function shiftAfter(known: Shift | null, told: ToldShift): Shift | null {
  const { at, phoneId, counter } = told;
  const news = { changedAt: at, phoneId, counter };
  if (!known) {
    if (told.kind !== "shift_start") return null;
    return { id: told.shiftId, startedAt: at, pausedAt: null, endedAt: null, sharesPosition: told.sharesPosition, ...news };
  }
  if (known.endedAt || !isNewer(known, told)) return null;
  switch (told.kind) {
    case "shift_start":
      return known.pausedAt ? { ...known, ...news, pausedAt: null } : null;
    case "shift_pause":
      return known.pausedAt ? null : { ...known, ...news, pausedAt: at };
    case "shift_end":
      return { ...known, ...news, endedAt: at };
  }
}

/** One phone's counter orders what it told; between two phones the times do. */
const isNewer = (known: Shift, { at, phoneId, counter }: ToldShift): boolean =>
  phoneId !== null && phoneId === known.phoneId ? counter > known.counter : at >= known.changedAt;

/** A shift that nobody ended ends by itself: its courier forgot it, and is not to be seen the next morning. */
export const LONGEST_SHIFT_MS = 16 * 3_600_000;

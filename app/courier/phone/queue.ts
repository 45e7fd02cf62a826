import type { ShotRole } from "~/domain/proof/told";
import type { Outcome, PhoneEvent, Receipt, Shot, ShotKept } from "~/domain/phone-event/event";

type Refusal = Extract<Receipt, { result: "refused" }>["code"];

/**
 * An event as the phone keeps it. `queued`: the server may not have it; `sent`: it has, and has not said yet what became of it; `settled`: it has said so;
 * `refused`: it never will take it.
 */
export type QueuedEvent = {
  id: string;
  /** Who did it: another courier of this shop may use the phone later, and must not send it as theirs. */
  courierId: string;
  event: PhoneEvent;
  state: "queued" | "sent" | "settled" | "refused";
  refusal: Refusal | null;
  outcome: Outcome | null;
  /** By the phone's clock, in milliseconds: decides only when it is cleared away. */
  recordedAt: number;
};

/**
 * A shot as the phone keeps it. `draft`: taken, its delivery not reported yet; `kept`: a report names it; `dropped`: taken again. Only what is kept is sent with
 * its picture.
 */
export type QueuedShot = {
  id: string;
  courierId: string;
  deliveryId: string;
  shot: Shot;
  picture: { blob: Blob; width: number; height: number; bytes: number } | null;
  thumbnail: Blob | null;
  doubts: string[];
  state: "draft" | "kept" | "dropped";
  /** What a report says of it; null while none names it. */
  kept: ShotKept | null;
  eventId: string | null;
  /** How much of it the server has; null: the phone isn't sure and asks. */
  sentBytes: number | null;
  /** The server has all of it; of a dropped one: has been told of it. */
  isThrough: boolean;
  /** How often the server got other bytes than the shutter's hash says. */
  spoilt: number;
  takenAt: number;
  /** Absent: a photo. */
  role?: ShotRole;
};

export const isOpenEvent = ({ state }: QueuedEvent): boolean => state === "queued" || state === "sent";

/** After as many spoilt arrivals a photo is not sent again: the desk knows, and so does the courier. */
export const MOST_SPOILT = 3;

// What couriers tell from the door, what proves it, and the telephones that tell it.
import type { Outcome, PhoneEvent, PhonePosition, Shot, ShotKept } from "~/domain/phone-event/event";
import type { TrueTime } from "~/domain/phone-event/true-time";
import type { Collected } from "~/domain/settlement/collected";
import type { KeptProof, PinResult, ShotRole } from "~/domain/proof/told";
import type { Courier } from "./courier-records";
import type { Worded } from "./records";

export type Attempt = {
  id: string;
  deliveryId: string;
  /** null: handed over at the counter. */
  courierId: string | null;
  /** `returned`: at the shop, not at the door. */
  outcome: "delivered" | "failed" | "returned";
  reason: string | null;
  /** The merchant's own words for the reason, as they were then. */
  reasonLabel?: string | null;
  /** yyyy-mm-dd: when the buyer wants it tried again. */
  reattemptOn?: string | null;
  /** What became of the buyer's PIN; null: none was wanted. */
  pin?: PinResult | null;
  proof?: KeptProof | null;
  /** In the courier's own words. */
  note: string | null;
  receivedBy: string | null;
  happenedAt: Date;
  receivedAt: Date;
  latitude: number | null;
  longitude: number | null;
  accuracyMetres: number | null;
  /** What the courier says to have collected. */
  collected?: Collected | null;
  /** false: kept as a report beside what stands; absent: it stands. */
  stands?: boolean;
  /** When it was taken back; null or absent: it was not. */
  undoneAt?: Date | null;
};

/** A report that may still be taken back, and what its courier says to have collected with it. */
export type UndoableReport = { reportId: string; collected: Collected | null };

/** Events as they came, by one sending. `phoneId` null: by a form without a script; `deviceId`: the session. */
export type PhoneEventArrival = {
  courierId: string;
  phoneId: string | null;
  deviceId: string | null;
  receivedAt: Date;
  events: readonly PhoneEvent[];
};
/** One of them, and what became of it; `appliedAt` null: not worked out yet, or it could not be. */
export type PhoneEventRecord = Omit<PhoneEventArrival, "events"> & {
  event: PhoneEvent;
  appliedAt: Date | null;
  outcome: Outcome | null;
};
export type PhoneEventSettled = { outcome: Outcome; appliedAt: Date | null; time: TrueTime | null };
/** What a phone's clock said when it told something, and what is thought of it. */
export type PhoneClock = Pick<TrueTime, "skewMs" | "isDoubtful"> & { deviceAt: Date };
/** What became of an event, as its courier reads it. */
export type CourierReport = {
  id: string;
  deliveryId: string | null;
  outcome: Outcome | null;
  photosReceived: number;
  photosExpected: number;
};
/** What a courier said about money that could not be worked out so often; `minor` null: it is the answer to a statement. */
export type MoneyReportLeft = { courierId: string; courier: string; minor: number | null; currency: string | null; receivedAt: Date };

/** What another reported of a delivery that is or was this courier's. */
export type OthersReport = {
  deliveryId: string;
  orderName: string;
  code: "taken_over" | "kept_delivered_before";
  courier: string;
  at: Date;
};

/** A photo that a report names, or a shot that nobody keeps (`attemptId` null); its bytes may be still to come (`receivedAt` null). */
export type ShotRecord = Omit<Shot, "link"> & {
  /** null: it came by a form without a script. */
  link: Shot["link"] | null;
  courierId: string | null;
  attemptId: string | null;
  phoneId: string | null;
  /** Of the report's photos, from 1. */
  ordinal: number;
  /** Absent: a photo. */
  role?: ShotRole;
  bytes: number;
  overridden: ShotKept["overridden"];
  receivedBytes: number;
  receivedAt: Date | null;
  /** Its file and what is known of it; null: not here yet, or forgotten. */
  key: string | null;
  storedSha256: string | null;
  width: number | null;
  height: number | null;
  problem: Worded | null;
};

export type AccessLink = {
  id: string;
  kind: "courier";
  subjectId: string;
  secretHash: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
} & PinState;

/** Wrong PINs in a row, and until when no more is tried. */
export type PinState = { pinTries: number; pinLockedUntil: Date | null };

/** A telephone that a courier's link signed in. `endedBy`: who signed it out; it ends with its link too. */
export type DeviceRecord = {
  id: string;
  courierId: string;
  linkId: string;
  /** What it calls itself; empty: it did not say. */
  name: string;
  createdAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
  endedBy: string | null;
};

/** A telephone with the link that it is signed in by, and whose that is. */
export type DeviceHolder = { device: DeviceRecord; link: AccessLink; courier: Courier };

/** What couriers left at an address. `shotId`: the photo of its gate. */
export type DoorNote = { note: string | null; shotId: string | null };

/** Where a courier's phone was, in our time. */
export type SeenPosition = { position: PhonePosition; at: Date };

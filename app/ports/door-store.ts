import type { Shift } from "~/domain/shift/shift";
import type {
  AccessLink,
  Attempt,
  CourierReport,
  DeviceHolder,
  DeviceRecord,
  PinState,
  OthersReport,
  MoneyReportLeft,
  PhoneEventArrival,
  PhoneEventRecord,
  PhoneClock,
  PhoneEventSettled,
  SeenPosition,
  ShotRecord,
  UndoableReport,
} from "./door-records";
import type { Courier } from "./courier-records";

/** A link as it is made. */
export type NewLink = Omit<AccessLink, "revokedAt" | keyof PinState>;

/** What couriers' phones tell and prove, their shifts, and what lets a phone in. */
export interface DoorStore {
  /** False when this id is known already (the phone sent it again). */
  insertAttempt(attempt: Attempt): Promise<boolean>;
  attempt(id: string): Promise<Attempt | null>;
  /** A courier's last report before a moment that says where they were, but for this one. */
  placedBefore(of: { courierId: string; at: Date; attemptId: string }): Promise<Attempt | null>;
  attemptsOf(deliveryId: string): Promise<Attempt[]>;
  /** It stands no more, and says since when. */
  undoAttempt(id: string, undoneAt: Date): Promise<void>;
  /** Ids of the invoices that were opened because a delivery was delivered, but for those that were voided. */
  invoicesOfProof(deliveryId: string): Promise<string[]>;
  /** A courier's reports that may still be taken back, by delivery: of what failed, and of what was delivered since an instant. */
  undoableReports(courierId: string, deliveredSince: Date): Promise<Map<string, UndoableReport>>;
  /** Those that are known already stay as they are. */
  insertShots(shots: ShotRecord[]): Promise<void>;
  /** All of a delivery, those that nobody keeps among them. */
  shotsOfDelivery(deliveryId: string): Promise<ShotRecord[]>;
  /** For ids that came from outside. */
  shot(id: string): Promise<ShotRecord | null>;
  /** The next piece of a shot that is not its last: null unless the shot is that courier's, still to come, and goes on at this offset. */
  addShotPart(part: {
    shotId: string;
    courierId: string;
    offset: number;
    bytes: Uint8Array;
  }): Promise<{ offset: number; length: number } | null>;
  /** What came of a shot so far, in its order. */
  shotParts(shotId: string): Promise<Uint8Array[]>;
  /** The pieces go, and the shot is what it has become. */
  endShotParts(shotId: string, patch: Partial<Omit<ShotRecord, "id" | "link" | "takenAt" | "overridden">>): Promise<void>;
  /** What one phone of a courier chained on a day (yyyy-mm-dd by its clock). */
  shotsOfChain(chain: { courierId: string | null; phoneId: string | null; day: string }): Promise<ShotRecord[]>;
  /** Of a delivery's pictures those that other deliveries have too, byte for byte: the names of their orders by hash. */
  ordersWithSamePhoto(deliveryId: string): Promise<Map<string, string[]>>;

  /** The ids of those that were not known; an event that is known stays as it came first. */
  insertPhoneEvents(arrival: PhoneEventArrival): Promise<Set<string>>;
  phoneEvent(courierId: string, id: string): Promise<PhoneEventRecord | null>;
  /** Ids of a courier's events that are still to be worked out, phone by phone in the order in which they happened. */
  phoneEventsToApply(courierId: string): Promise<string[]>;
  settlePhoneEvent(courierId: string, id: string, settled: PhoneEventSettled): Promise<void>;
  /** Of the same phone: when what came just before happened; whether what came later about the same delivery has taken effect already, or confirms it. */
  besidePhoneEvent(told: PhoneEventRecord): Promise<{ before: Date | null; isOvertaken: boolean; isConfirmedSince: boolean }>;
  /** Whether a courier has told that this report of theirs about a delivery was a mistake. */
  isUndoTold(report: { courierId: string; deliveryId: string; id: string }): Promise<boolean>;
  /** The clocks by which a delivery's reports were told, by the report's id; those that are worked out. */
  clocksOf(deliveryId: string): Promise<Map<string, PhoneClock>>;
  /** Since when a delivery is, or was, a courier's; null: it never was. */
  heldSince(deliveryId: string, courierId: string): Promise<Date | null>;
  /** Which of these deliveries are or were the courier's. */
  everHeld(courierId: string, deliveryIds: string[]): Promise<Set<string>>;
  /** What became of a courier's events since an instant, the latest first. */
  reportsOfCourier(courierId: string, since: Date): Promise<CourierReport[]>;
  /** What others reported since an instant of what is or was a courier's, the latest first. */
  othersReports(courierId: string, since: Date): Promise<OthersReport[]>;
  /** What couriers said about money and was tried at least so often without effect, the oldest first. */
  moneyReportsLeft(tries: number): Promise<MoneyReportLeft[]>;

  shift(courierId: string, id: string): Promise<Shift | null>;
  /** The courier's shift that has not ended; at most one. */
  shiftOn(courierId: string): Promise<Shift | null>;
  /** Paused or over, it forgets where the phone was. */
  saveShift(courierId: string, shift: Shift): Promise<void>;
  /** Only while the shift is on, its courier agreed, and nothing later is known. */
  notePosition(courierId: string, shiftId: string, seen: SeenPosition): Promise<void>;
  /** Where the courier's phone was last seen in the shift that is on. */
  lastPosition(courierId: string): Promise<SeenPosition | null>;
  endForgottenShifts(which: { startedBefore: Date; now: Date }): Promise<void>;
  /** All that began before an instant; without one, all. */
  forgetShifts(before?: Date): Promise<void>;

  insertLink(link: NewLink): Promise<void>;
  /** A courier's link with its courier and the hash of their PIN, by one statement. */
  linkHolder(secretHash: string): Promise<{ link: AccessLink; courier: Courier; pinHash: string | null } | null>;
  /** The same of a telephone that such a link signed in. */
  deviceHolder(secretHash: string): Promise<DeviceHolder | null>;
  noteDeviceSeen(id: string, at: Date): Promise<void>;
  insertDevice(device: Omit<DeviceRecord, "endedAt" | "endedBy"> & { secretHash: string }): Promise<void>;
  updateDevice(id: string, patch: Partial<Pick<DeviceRecord, "linkId" | "endedAt" | "endedBy">>): Promise<void>;
  /** A courier's telephones, the last seen first. */
  devices(courierId: string): Promise<DeviceRecord[]>;
  setPin(courierId: string, pinHash: string | null): Promise<void>;
  hasPin(courierId: string): Promise<boolean>;
  pinState(linkId: string): Promise<PinState>;
  notePinTry(linkId: string, state: PinState): Promise<void>;
  links(kind: AccessLink["kind"], subjectId: string): Promise<AccessLink[]>;
  revokeLink(id: string): Promise<void>;
  touchLink(id: string): Promise<void>;
}

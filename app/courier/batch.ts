import { z } from "zod";
import { SHIFT_KINDS, type PositionNews, type ShiftEvent } from "~/domain/shift/shift";
import { parseFiscalData } from "~/domain/fiscal-data/parse";
import { SHOT_ROLES } from "~/domain/proof/told";
import { WAYS_TO_PAY } from "~/domain/settlement/collected";
import { isDay } from "~/domain/time/calendar";
import { parcelsIn } from "./parcels/told";
import { provenIn } from "./proof-told";
import { toldText } from "./told-text";
import { MOST_REFUSABLE } from "./refused-fields";
import { MOST_EVENTS, MOST_PHOTOS, type PhoneEvent, type Receipt, type Shot, type ShotKept } from "~/domain/phone-event/event";

/** What of a sending could be read, and what could not. */
export type Batch = {
  phoneId: string;
  events: PhoneEvent[];
  dropped: Shot[];
  refused: Receipt[];
  shift: ShiftEvent[];
  position: PositionNews | null;
};

const MOST_DROPPED = 500;
const MOST_OF_A_SHIFT = 100;
const MOST_MS = 2 ** 31 - 1;

const uuid = z.uuid().transform((id) => id.toLowerCase());
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = (most: number) => z.string().transform((typed) => toldText(typed, most));
/** A phone whose battery died may think that it is 1970, but no phone is before it. */
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)
  .transform((iso) => new Date(iso))
  .refine((at) => at.getTime() >= 0)
  .transform((at) => at.toISOString());
/** The monotonic clock tells fractions; one that ran for weeks tells nothing that we could keep. */
const elapsed = z
  .number()
  .nonnegative()
  .transform((ms) => (ms > MOST_MS ? null : Math.round(ms)))
  .nullable();

const stamp = z.object({
  deviceAt: instant,
  counter: z.int().min(1).max(MOST_MS),
  serverAt: instant.nullable(),
  deviceAtServer: instant.nullable(),
  elapsedMs: elapsed,
});
const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(1e6).nullable().catch(null),
});
const link = z.object({
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  number: z.int().min(1).max(MOST_MS),
  prev: hash.nullable(),
  hash,
});
/** `takenAt` stays as the phone wrote it: its link's hash is reckoned over it. */
const shot = z.object({
  id: uuid,
  sha256: hash,
  takenAt: z.string().refine((iso) => instant.safeParse(iso).data === iso),
  deliveryId: uuid,
  link,
});
const kept = shot.extend({
  bytes: z.int().min(1).max(MOST_MS),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  overridden: z
    .object({ doubts: z.array(text(40)).max(10), reason: text(200) })
    .nullable()
    .catch(null),
  role: z.enum(SHOT_ROLES).optional().catch(undefined),
});

const refusedUnits = z.object({ lineId: text(200), quantity: z.int().min(1).max(99_999), reason: text(40) });
/** What can't be read of it is left out: it never costs the delivery. */
const refused = z
  .array(z.unknown())
  .transform((said) => said.flatMap((one) => refusedUnits.safeParse(one).data ?? []).slice(0, MOST_REFUSABLE))
  .optional()
  .catch(undefined);

// A position that isn't one is left out: it never blocks a delivery.
const day = z.string().refine(isDay).nullish().catch(null);
const common = { id: uuid, deliveryId: uuid, stamp, position: position.nullable().catch(null) };
// Older phones tell none; what is none of ours is left out.
const fiscalData = z
  .unknown()
  .optional()
  .transform((told) => (told === undefined ? undefined : parseFiscalData(told)));
const minor = z.int().min(0).max(1e9);
const currency = z.string().regex(/^[A-Z]{3}$/);
// Money that can't be read is as good as not told: it never costs a delivery.
const collected = z
  .object({ minor, currency, how: z.enum(WAYS_TO_PAY), reference: text(120).nullable(), because: text(120).nullable() })
  .nullable()
  .catch(null);
const ofMoney = { id: uuid, deliveryId: z.null(), stamp, position: z.null() };
const statement = { settlementId: uuid, sha256: hash };
const door = { doorNote: text(200).nullish().catch(null), gatePhotoId: uuid.nullish().catch(null) };
const event = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), ...common, parcels: parcelsIn }),
  z.object({
    kind: z.literal("confirm"),
    ...common,
    receivedBy: text(120),
    photos: z.array(kept),
    collected,
    fiscalData,
    proof: provenIn,
    ...door,
    refused,
    parcels: parcelsIn,
  }),
  z.object({ kind: z.literal("fail"), ...common, reason: text(60), note: text(200).nullable(), photos: z.array(kept), reattemptOn: day }),
  z.object({ kind: z.literal("return"), ...common, receivedBy: text(120), photos: z.array(kept) }),
  z.object({ kind: z.literal("undo"), ...common, undoes: uuid }),
  z.object({ kind: z.literal("hand_over"), ...ofMoney, handOverId: uuid, minor, currency }),
  z.object({ kind: z.literal("countersign"), ...ofMoney, ...statement }),
  z.object({ kind: z.literal("dispute"), ...ofMoney, ...statement, words: text(500) }),
]);
const shiftEvent = z.object({
  ...{ id: uuid, kind: z.enum(SHIFT_KINDS), shiftId: uuid, stamp },
  sharesPosition: z.boolean().catch(false),
});
const news = z.object({ kind: z.literal("position"), shiftId: uuid, position, stamp });
const envelope = z.object({
  phoneId: uuid,
  events: z.array(z.unknown()).max(MOST_EVENTS),
  dropped: z.array(z.unknown()).max(MOST_DROPPED).catch([]),
  shift: z.array(z.unknown()).max(MOST_OF_A_SHIFT).catch([]),
  position: news.nullable().catch(null),
});

/** One sending of a phone: what can't be read is refused by itself. Null: it is none, or there is more in it than we take at once. */
export function batchIn(body: unknown): Batch | null {
  const read = envelope.safeParse(body);
  if (!read.success) return null;
  const batch: Batch = { phoneId: read.data.phoneId, events: [], dropped: [], refused: [], shift: [], position: read.data.position };
  for (const one of read.data.events) {
    const result = eventIn(one);
    if ("kind" in result) batch.events.push(result);
    else batch.refused.push(result);
  }
  for (const one of read.data.shift) {
    const { data } = shiftEvent.safeParse(one);
    if (data) batch.shift.push(data);
    else batch.refused.push({ id: idOf(one), result: "refused", code: "unreadable" });
  }
  batch.dropped = read.data.dropped.flatMap((one) => shot.safeParse(one).data ?? []);
  return batch;
}

function eventIn(one: unknown): PhoneEvent | Receipt {
  const parsed = event.safeParse(one);
  const refuse = (code: "unreadable" | "too_many"): Receipt => ({ id: idOf(one), result: "refused", code });
  if (!parsed.success) return refuse("unreadable");
  const { data } = parsed;
  if (!("photos" in data)) return data;
  if (isTooMany(data.photos)) return refuse("too_many");
  // A photo of another delivery proves nothing here, and would be shown there.
  return data.photos.every(({ deliveryId }) => deliveryId === data.deliveryId) ? data : refuse("unreadable");
}

/** A signature goes beside the photos. */
const isTooMany = (shots: readonly ShotKept[]): boolean => {
  const signatures = shots.filter(({ role }) => role === "signature").length;
  return signatures > 1 || shots.length - signatures > MOST_PHOTOS;
};

const idOf = (one: unknown): string =>
  typeof one === "object" && one !== null && "id" in one && typeof one.id === "string" ? one.id.slice(0, 64) : "";

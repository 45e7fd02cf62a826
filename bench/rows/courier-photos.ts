import { createHash, randomBytes, randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import type { Stack } from "../../scripts/stack.ts";
import { atRate, type Latencies } from "../load.ts";
import { ask, rowOf, sendingOf, signedIn, stampOf, tell, untilNone, type Phone } from "../phones.ts";
import type { Row } from "../row.ts";

/**
 * Of 500 couriers with ten photos each a tenth, all in the same moment, so that the table does not wait minutes for them. BENCH_COURIERS=500 BENCH_SPREAD=60
 * takes all, as they come back into signal within a minute.
 */
const COURIERS = Number(process.env.BENCH_COURIERS ?? 50);
/** Seconds. */
const SPREAD = Number(process.env.BENCH_SPREAD ?? 0);
const PHOTOS = 10;
const PHOTO_BYTES = 150_000;
const PART_BYTES = 64 * 1024;
const CHAIN = { day: "2026-11-26", number: 1, prev: null, hash: "0".repeat(64) };

type Picture = { bytes: Uint8Array; sha256: string };
type Named = Picture & { id: string };

/** A fleet's photos, piece by piece as phones send them, and how soon what others tell is written down meanwhile. */
export async function courierPhotos(stack: Stack): Promise<Row[]> {
  Object.assign(process.env, stack.env);
  const { manyCouriers } = await import("../couriers.ts");
  const [phones, others] = [await signedIn(await manyCouriers(COURIERS)), await signedIn(await manyCouriers(20))];
  const pictures = await Promise.all(Array.from({ length: PHOTOS }, picture));
  const named = await Promise.all(phones.map((phone) => name(phone, pictures)));
  await untilNone(stack, `SELECT count(*)::int AS left FROM "PhoneEvent" WHERE "appliedAt" IS NULL`);
  const alone = await tellNow(others, 3);
  const began = performance.now();
  const sending = Promise.all(
    phones.map(async (phone, at) => {
      await pause((at / COURIERS) * SPREAD * 1000);
      await sendAll(phone, named[at]!);
    }),
  );
  const meanwhile = await tellNow(others, Math.max(6, SPREAD));
  await sending;
  const seconds = (performance.now() - began) / 1000;
  const count = COURIERS * PHOTOS;
  const { whole } = await rowOf<{ whole: number }>(stack, WHOLE, [named.flat().map(({ id }) => id)]);
  const megabytes = (count * pictures[0]!.bytes.length) / 1e6;
  const missing = whole < count ? `, ${count - whole} MISSING` : "";
  return [
    {
      ...{
        name: `${count} photos of ${COURIERS} couriers, in pieces`,
        value: count / seconds,
        unit: "photos/s",
        goal: 10,
        better: "higher",
      },
      baseline: { name: "500 × 10 within a quarter of an hour", value: 5_000 / 900 },
      note: `${(megabytes / seconds).toFixed(1)} MB/s, ${seconds.toFixed(0)} s, ${whole} here with the shutter's hash${missing}`,
    },
    {
      ...{ name: "an event meanwhile, p95", value: meanwhile.p95, unit: "ms", goal: 300, better: "lower" },
      baseline: { name: "with no photo under way", value: alone.p95 },
      note: meanwhile.failures > 0 ? `${meanwhile.failures} REFUSED` : undefined,
    },
  ];
}

const WHOLE = `SELECT count(*)::int AS whole FROM "Shot" WHERE id::text = ANY($1) AND "receivedAt" IS NOT NULL AND "storedSha256" = sha256`;

/** As a phone's canvas writes it: a JPEG and nothing else, about as large as phones send. */
async function picture(): Promise<Picture> {
  const grain = sharp(randomBytes(48 * 36 * 3), { raw: { width: 48, height: 36, channels: 3 } });
  const bytes = new Uint8Array(await grain.resize(1600, 1200).jpeg({ quality: 75 }).toBuffer());
  if (Math.abs(bytes.length - PHOTO_BYTES) > PHOTO_BYTES / 2)
    throw new Error(`a picture of ${bytes.length} bytes stands for none of a phone`);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Two failed attempts, each proven by half of the photos. */
async function name(phone: Phone, pictures: Picture[]): Promise<Named[]> {
  const named = pictures.map((one) => ({ ...one, id: randomUUID() }));
  const { deliveryId } = phone;
  const takenAt = new Date().toISOString();
  const photos = named.map(({ id, sha256, bytes }) => ({
    ...{ id, sha256, deliveryId, takenAt, bytes: bytes.length, width: 1600, height: 1200, overridden: null },
    link: CHAIN,
  }));
  const failed = [photos.slice(0, PHOTOS / 2), photos.slice(PHOTOS / 2)].map((half) => ({
    ...{ kind: "fail", id: randomUUID(), deliveryId, stamp: stampOf(phone), position: null, reason: "nobody_home", note: null },
    photos: half,
  }));
  if (!(await tell(phone, sendingOf(phone, failed)))) throw new Error("a report was not taken");
  return named;
}

/** One after another, each in pieces, as the phone's program sends them. */
async function sendAll({ home, cookie }: Phone, photos: Named[]): Promise<void> {
  for (const { id, bytes } of photos)
    for (let offset = 0; offset < bytes.length; offset += PART_BYTES) {
      const headers = { Cookie: cookie, "Upload-Offset": String(offset) };
      const body = bytes.subarray(offset, offset + PART_BYTES);
      const { status } = await ask(`${home}/photos/${id}`, { method: "PUT", headers, body });
      if (status !== 204) throw new Error(`a piece of a photo was answered by ${status}`);
    }
}

const tellNow = (phones: Phone[], seconds: number): Promise<Latencies> =>
  atRate({
    ...{ perSecond: 8, seconds },
    request: (n) => {
      const phone = phones[n % phones.length]!;
      const started = { kind: "start", id: randomUUID(), deliveryId: phone.deliveryId, stamp: stampOf(phone), position: null };
      return tell(phone, sendingOf(phone, [started]));
    },
  });

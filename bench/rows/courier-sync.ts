import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { Stack } from "../../scripts/stack.ts";
import { atRate, oneByOne, percentiles, type Latencies } from "../load.ts";
import { rowOf, sendingOf, signedIn, stampOf, tell, untilNone, type Phone } from "../phones.ts";
import type { Row } from "../row.ts";

const COURIERS = 500;
const EVENTS = 10;
/** As they come when all of them are spread over a minute. */
const SPREAD = { perSecond: COURIERS / 60, seconds: 20 };
const LEFT = `SELECT count(*)::int AS left FROM "PhoneEvent" WHERE "appliedAt" IS NULL`;

/** A fleet that comes back into signal: spread over a minute, and all of it in the same second. The worker works out what it told meanwhile. */
export async function courierSync(stack: Stack): Promise<Row[]> {
  Object.assign(process.env, stack.env);
  const { manyCouriers } = await import("../couriers.ts");
  const phones = await signedIn(await manyCouriers(COURIERS));
  const empty = await oneByOne(50, () => fetch(`${stack.urls.app}/healthz`).then((answer) => answer.text()));
  await oneByOne(30, (n) => tell(phones.at(-1 - n)!, basement(phones.at(-1 - n)!)));
  const spread = await atRate({ ...SPREAD, request: (n) => tell(phones[n % COURIERS]!, basement(phones[n % COURIERS]!)) });
  await untilNone(stack, LEFT);
  await outOfSight(stack);
  const began = performance.now();
  const atOnce = await together(phones);
  await untilNone(stack, LEFT);
  const perSecond = (COURIERS * EVENTS * 1_000) / (performance.now() - began);
  const lost = await lostEvents(stack, phones);
  const row = (name: string, value: number, goal: number, note: string): Row => ({
    ...{ name, value, goal, note, unit: "ms", better: "lower" },
    baseline: { name: "empty route p95, alone", value: empty.p95 },
  });
  return [
    row(`${EVENTS} events of a courier, ${COURIERS} over 60 s, p95`, spread.p95, 300, noteOf(spread)),
    row(`the same of ${COURIERS} at once, the last`, atOnce.max, 3_000, `${noteOf(atOnce)}${lost > 0 ? `, ${lost} LOST` : ""}`),
    {
      ...{ name: "the same worked out, from the first to the last", value: perSecond, unit: "events/s", goal: 50, better: "higher" },
      baseline: { name: "as they come spread", value: SPREAD.perSecond * EVENTS },
      note: "with all that follows each, Shopify's news included",
    },
  ];
}

/** Ten events, as a phone that was in a basement sends them. */
const basement = (phone: Phone): string =>
  sendingOf(
    phone,
    Array.from({ length: EVENTS }, (_none, at) => eventOf(phone, at)),
  );

function eventOf(phone: Phone, at: number) {
  const common = { id: randomUUID(), deliveryId: phone.deliveryId, stamp: stampOf(phone), position: null };
  return at % 2 === 0 ? { kind: "start", ...common } : { kind: "fail", ...common, reason: "nobody_home", note: null, photos: [] };
}

async function together(phones: Phone[]): Promise<Latencies> {
  const sendings = phones.map(basement);
  const began = performance.now();
  const times: number[] = [];
  const answered = await Promise.all(
    phones.map(async (phone, at) => {
      const ok = await tell(phone, sendings[at]!).catch(() => false);
      if (ok) times.push(performance.now() - began);
      return ok;
    }),
  );
  return percentiles(times, answered.filter((ok) => !ok).length);
}

/** Who comes out of a basement was not seen for a while: that they are there again has to be written too. */
const outOfSight = (stack: Stack) => rowOf(stack, `UPDATE "CourierDevice" SET "lastSeenAt" = "lastSeenAt" - interval '1 hour'`);

async function lostEvents(stack: Stack, phones: Phone[]): Promise<number> {
  const sent = phones.reduce((sum, { counter }) => sum + counter, 0);
  const { kept } = await rowOf<{ kept: number }>(stack, `SELECT count(*)::int AS kept FROM "PhoneEvent"`);
  return sent - kept;
}

const noteOf = ({ p50, p95, max, count, failures }: Latencies): string =>
  `p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, max ${max.toFixed(0)} of ${count}${failures > 0 ? `, ${failures} REFUSED` : ""}`;

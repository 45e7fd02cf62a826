import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";
import type { Stack } from "../../scripts/stack.ts";
import type { OnTheRoad } from "../couriers.ts";
import { atRate, oneByOne, percentiles, type Latencies } from "../load.ts";
import type { Row } from "../row.ts";

const COURIERS = 500;
const EVENTS = 10;
/** As they come when all of them are spread over a minute. */
const SPREAD = { perSecond: COURIERS / 60, seconds: 20 };

type Phone = OnTheRoad & { cookie: string; phoneId: string; counter: number };

/** A fleet that comes back into signal: spread over a minute, and all of it in the same second. The worker works out what it told meanwhile. */
export async function courierSync(stack: Stack): Promise<Row[]> {
  Object.assign(process.env, stack.env);
  const { manyCouriers } = await import("../couriers.ts");
  const phones: Phone[] = [];
  for (const one of await manyCouriers(COURIERS)) phones.push({ ...one, phoneId: randomUUID(), counter: 0, cookie: await entered(one) });
  const empty = await oneByOne(50, () => fetch(`${stack.urls.app}/healthz`).then((answer) => answer.text()));
  await oneByOne(30, (n) => send(phones.at(-1 - n)!));
  const spread = await atRate({ ...SPREAD, request: (n) => send(phones[n % COURIERS]!) });
  const atOnce = await together(phones);
  const lost = await lostEvents(stack, phones);
  const baseline = { name: "empty route p95, alone", value: empty.p95 };
  const row = (name: string, value: number, goal: number, note: string): Row => ({
    name,
    value,
    unit: "ms",
    goal,
    better: "lower",
    baseline,
    note,
  });
  return [
    row(`${EVENTS} events of a courier, ${COURIERS} over 60 s, p95`, spread.p95, 300, noteOf(spread)),
    row(`the same of ${COURIERS} at once, the last`, atOnce.max, 3_000, `${noteOf(atOnce)}${lost > 0 ? `, ${lost} LOST` : ""}`),
  ];
}

async function entered({ link }: OnTheRoad): Promise<string> {
  const answer = await fetch(link, { redirect: "manual" });
  return answer.headers.get("Set-Cookie")!.split(";")[0]!;
}

/** Ten events, as a phone that was in a basement sends them. */
async function send(phone: Phone): Promise<boolean> {
  const events = Array.from({ length: EVENTS }, (_none, at) => eventOf(phone, at));
  const answer = await fetch(`${phone.home}/events`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: phone.cookie },
    body: JSON.stringify({ phoneId: phone.phoneId, events, dropped: [] }),
  });
  if (!answer.ok) return false;
  const { receipts } = (await answer.json()) as { receipts: { result: string }[] };
  return receipts.length === EVENTS && receipts.every(({ result }) => result === "taken");
}

function eventOf(phone: Phone, at: number) {
  const stamp = { deviceAt: new Date().toISOString(), counter: ++phone.counter, serverAt: null, deviceAtServer: null, elapsedMs: null };
  const common = { id: randomUUID(), deliveryId: phone.deliveryId, stamp, position: null };
  return at % 2 === 0 ? { kind: "start", ...common } : { kind: "fail", ...common, reason: "nobody_home", note: null, photos: [] };
}

async function together(phones: Phone[]): Promise<Latencies> {
  const began = performance.now();
  const times: number[] = [];
  const answered = await Promise.all(
    phones.map(async (phone) => {
      const ok = await send(phone).catch(() => false);
      if (ok) times.push(performance.now() - began);
      return ok;
    }),
  );
  return percentiles(times, answered.filter((ok) => !ok).length);
}

const query = async <T extends object>(stack: Stack, sql: string, values: unknown[] = []): Promise<T> => {
  const client = new pg.Client(stack.urls.database);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows[0]!;
  } finally {
    await client.end();
  }
};

async function lostEvents(stack: Stack, phones: Phone[]): Promise<number> {
  const sent = phones.reduce((sum, { counter }) => sum + counter, 0);
  const { kept } = await query<{ kept: number }>(stack, `SELECT count(*)::int AS kept FROM "PhoneEvent"`);
  return sent - kept;
}

const noteOf = ({ p50, p95, max, count, failures }: Latencies): string =>
  `p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, max ${max.toFixed(0)} of ${count}${failures > 0 ? `, ${failures} REFUSED` : ""}`;

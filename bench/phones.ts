import { randomUUID } from "node:crypto";
import { Agent, request, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import pg from "pg";
import type { Stack } from "../scripts/stack.ts";
import type { OnTheRoad } from "./couriers.ts";

/** A courier's phone that is signed in. */
export type Phone = OnTheRoad & { cookie: string; phoneId: string; counter: number };
type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** A connection for each phone, as in life. Plain HTTP without more around it: whoever makes the load must not take the processor from who bears it. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export async function signedIn(onTheRoad: OnTheRoad[]): Promise<Phone[]> {
  const phones: Phone[] = [];
  for (const one of onTheRoad) {
    const answer = await fetch(one.link, { redirect: "manual" });
    phones.push({ ...one, phoneId: randomUUID(), counter: 0, cookie: answer.headers.get("Set-Cookie")!.split(";")[0]! });
  }
  return phones;
}

export function ask(url: string, { body, ...options }: RequestOptions & { body: string | Uint8Array }): Promise<Answer> {
  const headers = { ...options.headers, "Content-Length": Buffer.byteLength(body) };
  return new Promise((done, failed) => {
    const asked = request(url, { ...options, headers, agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (more: string) => (text += more));
      answer.on("error", failed).on("end", () => done({ status: answer.statusCode!, headers: answer.headers, text }));
    });
    asked.on("error", failed).end(body);
  });
}

/** What a phone says of each thing that it tells. */
export const stampOf = (phone: Phone) => ({
  ...{ deviceAt: new Date().toISOString(), counter: ++phone.counter },
  ...{ serverAt: null, deviceAtServer: null, elapsedMs: null },
});

/** A sending; made before it is timed. */
export const sendingOf = ({ phoneId }: Phone, events: object[]): string => JSON.stringify({ phoneId, events, dropped: [] });

/** Whether all of a sending was taken. */
export async function tell({ home, cookie }: Phone, sending: string): Promise<boolean> {
  const headers = { "Content-Type": "application/json", Cookie: cookie };
  const { status, text } = await ask(`${home}/events`, { method: "POST", headers, body: sending });
  if (status !== 200) return false;
  const { receipts } = JSON.parse(text) as { receipts: { result: string }[] };
  return receipts.length > 0 && receipts.every(({ result }) => result === "taken");
}

/** One row of the database. */
export async function rowOf<T extends object>({ urls }: Stack, sql: string, values: unknown[] = []): Promise<T> {
  const client = new pg.Client(urls.database);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows[0]!;
  } finally {
    await client.end();
  }
}

/** Waits until a statement counts none any more. */
export async function untilNone(stack: Stack, sql: string): Promise<void> {
  while ((await rowOf<{ left: number }>(stack, sql)).left > 0) await new Promise((done) => setTimeout(done, 250));
}

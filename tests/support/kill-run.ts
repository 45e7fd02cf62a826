import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { openPhones, type CourierPhone } from "../../scripts/story/courier-phone.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import type { ProcessName, Stack } from "../../scripts/stack.ts";
import { metafield, until, worldAt, type SandboxOrder, type World } from "../../scripts/story/world.ts";
import { linksOf, rowsOf } from "./product.ts";

/** Numbers that look like chance and follow from a seed (mulberry32), so that a failed run can be had again. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Run = { stack: Stack; orders: number; kills: number; chance: () => number; timeoutMs: number };
const VICTIMS: ProcessName[] = ["web", "worker", "postgres"];

/** People go on as people do: what fails is tried again, with the same report's id. */
async function insist<T>(what: string, tryIt: () => Promise<T | undefined | null | false>, timeoutMs: number): Promise<T> {
  let last = "";
  const attempt = () =>
    tryIt().catch((error: unknown) => {
      last = String(error);
      return undefined;
    });
  try {
    return await until(what, attempt, timeoutMs);
  } catch (error) {
    throw new Error(`${what} never succeeded: ${last}`, { cause: error });
  }
}

/** Orders go the whole way while processes are killed at random moments. Returns the orders' names, all of them finished. */
export async function surviveKills({ stack, orders, kills, chance, timeoutMs }: Run): Promise<string[]> {
  const world = worldAt(stack.urls.sandbox);
  const phones = await openPhones(linksOf(stack.dataDir));
  const killer = killAtRandom(stack, kills, chance);
  const names: string[] = [];
  const rides: Promise<void>[] = [];
  for (let n = 0; n < orders; n++) {
    const { name } = await world.placeOrder({ ...sampleOrder(n), payment: n % 2 ? "card_authorized" : "cash_on_delivery" });
    names.push(name);
    rides.push(ride(world, phones, name, n, timeoutMs));
    await pause(Math.floor(chance() * 400));
  }
  await Promise.all([killer, ...rides]);
  return names;
}

async function killAtRandom(stack: Stack, kills: number, chance: () => number): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    await pause(500 + Math.floor(chance() * 2_500));
    const victim = VICTIMS[Math.floor(chance() * VICTIMS.length)]!;
    await stack.kill(victim);
    await pause(Math.floor(chance() * 1_500));
    await stack.restart(victim);
  }
}

/** One order in the courier's hands, until its invoice is on it. */
async function ride(world: World, phones: Map<string, CourierPhone>, name: string, n: number, timeoutMs: number): Promise<void> {
  const courier = await insist(
    `a courier for ${name}`,
    async () => {
      const delivery = metafield(await world.order(name), "delivery");
      return delivery?.state === "assigned" && delivery.courier;
    },
    timeoutMs,
  );
  const phone = phones.get(courier)!;
  const stop = await insist(`${name} on ${courier}'s phone`, async () => (await phone.stops()).get(name), timeoutMs);
  await insist(`${name} set out`, () => phone.start(stop).then(() => true), timeoutMs);
  const report = { photo: await doorPhoto(n), receivedBy: "María", reportId: randomUUID() };
  await insist(`${name} confirmed`, () => phone.confirm(stop, report).then(() => true), timeoutMs);
  await insist(`the invoice on ${name}`, async () => metafield(await world.order(name), "invoice")?.state === "authorised", timeoutMs);
}

/** Each order once at every place that counts: with us, at Shopify, at the authority, in the buyer's mailbox. */
export async function expectEachOnce(stack: Stack, names: string[]): Promise<void> {
  const world = worldAt(stack.urls.sandbox);
  const documents = `SELECT o.name, d.sequence, d.state, d."accessKey", d."mailedTo", d."writtenBackAt" FROM "FiscalDocument" d JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId" ORDER BY sequence`;
  type Row = { name: string; sequence: number; state: string; accessKey: string; mailedTo: string; writtenBackAt: Date };
  const rows = await until("the last mail and note", async () => {
    const found = await rowsOf<Row>(stack.urls.database, documents);
    return (
      found.length === names.length && found.every(({ state, writtenBackAt }) => state === "delivered_to_buyer" && writtenBackAt) && found
    );
  });
  expect(rows.map(({ sequence }) => sequence)).toEqual(names.map((_name, index) => index + 1));
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  const register = await world.documents();
  expect(register.map(({ accessKey, state }) => `${accessKey} ${state}`).sort()).toEqual(
    rows.map(({ accessKey }) => `${accessKey} AUTORIZADO`).sort(),
  );
  for (const row of rows) {
    const order = await until(`${row.name} told as delivered`, async () => {
      const seen = (await world.order(row.name)) as SandboxOrder & { transactions: { kind: string; status: string }[] };
      return seen.fulfillments.some(({ events }) => events.some(({ status }) => status === "DELIVERED")) && seen;
    });
    expect(
      order.fulfillments.map(({ events }) => events.map(({ status }) => status)),
      row.name,
    ).toEqual([["OUT_FOR_DELIVERY", "DELIVERED"]]);
    expect(order.transactions.filter(({ kind, status }) => kind === "CAPTURE" && status === "SUCCESS").length, row.name).toBe(
      order.transactions.some(({ kind }) => kind === "AUTHORIZATION") ? 1 : 0,
    );
    expect(metafield(order, "invoice"), row.name).toMatchObject({ accessKey: row.accessKey, state: "authorised" });
    const mails = await world.mailsTo(row.mailedTo);
    expect(new Set(mails.map(({ messageId }) => messageId)).size, row.name).toBe(1);
  }
}

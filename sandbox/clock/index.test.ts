import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { createRouter, serve } from "../http.ts";
import { createClock, mountClock } from "./index.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const NOON = new Date("2026-11-23T17:00:00Z");
async function startClock(withinMs = 10_000): Promise<string> {
  const router = createRouter();
  mountClock(router, createClock({ realNow: () => NOON, withinMs }));
  const server = await serve(router, 0);
  open.push(server);
  return `http://127.0.0.1:${server.port}/sandbox/clock`;
}
const post = (url: string, body: unknown) => fetch(url, { method: "POST", body: JSON.stringify(body) });
const shown = async (answer: Response | Promise<Response>) => ((await (await answer).json()) as { now: string }).now;

test("the clock is shown, moved, moved on from there and put back", async () => {
  const url = await startClock();
  expect(await (await fetch(url)).json()).toEqual({ now: "2026-11-23T17:00:00.000Z", followers: [] });
  expect(await shown(post(url, { set: "2026-12-31T23:50:00-05:00" }))).toBe("2027-01-01T04:50:00.000Z");
  expect(await shown(post(url, { advance: "PT10M" }))).toBe("2027-01-01T05:00:00.000Z");
  expect(await shown(fetch(url))).toBe("2027-01-01T05:00:00.000Z");
  expect(await shown(fetch(url, { method: "DELETE" }))).toBe("2026-11-23T17:00:00.000Z");
  expect(await (await post(url, { advance: "a day" })).json()).toMatchObject({ errors: [{ path: "advance" }] });
});

test("a process that follows is told each change; one that never acknowledges is named; one that has gone is not waited for", async () => {
  const url = await startClock(100);
  const gone = new AbortController();
  const response = await fetch(`${url}/changes?follower=web-1`, { signal: gone.signal });
  const lines = createInterface({ input: Readable.fromWeb(response.body! as never).on("error", () => undefined) })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string) as { follower: string; revision: number; offsetMs: number };
  expect(await next()).toMatchObject({ offsetMs: 0 });
  const silent = await post(url, { advance: "P1D" });
  expect([silent.status, await silent.text()]).toEqual([504, expect.stringContaining("web-1")]);
  const moving = post(url, { advance: "P1D" });
  expect(await next()).toMatchObject({ offsetMs: 86_400_000 });
  const change = await next();
  expect(change).toMatchObject({ offsetMs: 2 * 86_400_000 });
  expect((await post(`${url}/acknowledgements`, change)).status).toBe(200);
  expect((await moving).status).toBe(200);
  gone.abort();
  await expect.poll(async () => ((await (await fetch(url)).json()) as { followers: string[] }).followers).toEqual([]);
  expect((await post(url, { advance: "P1D" })).status).toBe(200);
  expect((await post(`${url}/acknowledgements`, change)).status).toBe(404);
});

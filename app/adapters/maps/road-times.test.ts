import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { roadTimesOver } from "./road-times";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const secondsFrom = (from: number, to: number) => Math.abs(from - to) * 10 + (from > to ? 1 : 0);

/** An OSRM of our own: seconds by the places' longitudes, one more on the way back; refuses more places than it takes at once. */
async function anOsrm(change: (rows: (number | null)[][]) => (number | null)[][] = (rows) => rows, most = 100) {
  const asked: number[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url!, "http://osrm");
    const places = decodeURIComponent(url.pathname.replace("/table/v1/driving/", "")).split(";");
    asked.push(places.length);
    if (places.length > most) return void response.writeHead(400).end(JSON.stringify({ code: "TooBig" }));
    const longitudes = places.map((place) => Number(place.split(",")[0]));
    const picked = (name: string) =>
      url.searchParams
        .get(name)
        ?.split(";")
        .map((at) => longitudes[Number(at)]!) ?? longitudes;
    const rows = picked("sources").map((from) => picked("destinations").map((to) => secondsFrom(from, to)));
    response.end(JSON.stringify({ code: "Ok", durations: change(rows) }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closing.push(() => (server.close(), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
const ask = () => roadTimesOver({ log: { info() {}, warn() {}, error() {} }, reach: { onlyPublic: false, userAgent: "BIMCommerce" } });
const points = (count: number) => Array.from({ length: count }, (_none, at) => ({ latitude: 0, longitude: at / 10 }));

test.each([[3], [100], [130], [200]])("the times between %d places come whole, in questions that are not too large", async (count) => {
  const { url, asked } = await anOsrm();
  const times = await ask()({ shopId: "shop", url }, points(count));
  expect(times?.size).toBe(count);
  for (const [from, to] of [
    [0, 1],
    [1, 0],
    [0, count - 1],
    [count - 1, 0],
    [count - 2, count - 1],
  ] as const)
    expect(times?.values[from * count + to], `${from} to ${to}`).toBeCloseTo(secondsFrom(from / 10, to / 10));
  expect(Math.max(...asked)).toBeLessThanOrEqual(100);
});

test("the same places are asked for once", async () => {
  const { url, asked } = await anOsrm();
  const roads = ask();
  const server = { shopId: "shop", url };
  expect(await roads(server, points(3))).toBe(await roads(server, points(3)));
  expect(asked).toEqual([3]);
});

test.each([
  ["a place that no road leads to", (rows: (number | null)[][]) => rows.map((row) => row.map(() => null))],
  ["a row too few", (rows: (number | null)[][]) => rows.slice(1)],
])("%s is no table, and neither is silence", async (_what, change) => {
  expect(await ask()({ shopId: "shop", url: (await anOsrm(change)).url }, points(3))).toBeNull();
  expect(await ask()({ shopId: "shop", url: "http://127.0.0.1:9" }, points(3))).toBeNull();
});

test("one shop's broken server keeps no other server and no other shop from being asked", async () => {
  const broken = await anOsrm((rows) => rows.slice(1));
  const well = await anOsrm();
  const roads = ask();
  for (let time = 0; time < 8; time++) expect(await roads({ shopId: "shop", url: broken.url }, points(3))).toBeNull();
  expect(broken.asked).toHaveLength(5);
  expect(await roads({ shopId: "shop", url: well.url }, points(3))).not.toBeNull();
  await roads({ shopId: "other", url: broken.url }, points(3));
  expect(broken.asked).toHaveLength(6);
});

test.each([
  ["no road that leads there", (rows: (number | null)[][]) => rows.map((row) => row.map(() => null)), 3],
  ["more places than it takes", (rows: (number | null)[][]) => rows, 150],
])("%s is no failure of the server: it is asked on", async (_what, change, count) => {
  const { url, asked } = await anOsrm(change, 10);
  const roads = ask();
  for (let time = 0; time < 7; time++) expect(await roads({ shopId: "shop", url }, points(count))).toBeNull();
  expect(asked).toHaveLength(7);
});

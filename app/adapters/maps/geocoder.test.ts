import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { GeocoderKind } from "~/domain/position/geocoder";
import { geocoderOver } from "./geocoder";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A geocoder of our own that says what it was asked. */
async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: URL[] = [];
  const connections: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url!, "http://geocoder"));
    answer(request, response);
  });
  server.on("connection", (socket) => connections.push(socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closing.push(() => (server.close(), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, connections };
}
const saying = (body: unknown) => (_request: IncomingMessage, response: ServerResponse) => void response.end(JSON.stringify(body));

const warnings: unknown[] = [];
const aGeocoder = (onlyPublic = false) =>
  geocoderOver({
    vault: { open: (sealed) => Buffer.from(sealed.replace("sealed ", "")) },
    log: { info() {}, warn: (_event, fields) => void warnings.push(fields), error() {} },
    reach: { onlyPublic, userAgent: "BIMCommerce" },
  });
const ADDRESS = {
  countryCode: "EC",
  province: "Pichincha",
  city: "Quito",
  zip: "170135",
  address1: "Av. Amazonas N34-120",
  address2: "2B",
};
const settingOf = (kind: GeocoderKind, url: string) => ({ kind, url, keySealed: "sealed k-1" });

const NOMINATIM = [{ lat: "-0.18", lon: "-78.48", boundingbox: ["-0.181", "-0.179", "-78.481", "-78.479"], display_name: "…" }];
const PHOTON = { features: [{ geometry: { coordinates: [-78.48, -0.18] }, properties: { type: "house", name: "…" } }] };
const GOOGLE = { status: "OK", results: [{ geometry: { location: { lat: -0.18, lng: -78.48 }, location_type: "ROOFTOP" } }] };
const LINE = "Av. Amazonas N34-120, Quito, Pichincha";

test.each([
  ["nominatim", NOMINATIM, 157, "/search", { q: LINE, format: "jsonv2", limit: "1", key: "k-1", countrycodes: "ec" }],
  ["photon", PHOTON, 30, "/api", { q: LINE, limit: "1", countrycode: "EC", api_key: "k-1" }],
  ["google", GOOGLE, 20, "/maps/api/geocode/json", { address: LINE, components: "country:EC", key: "k-1" }],
] as const)("%s is asked for the street and town, with the country and the key, and tells how sure it is", async (...row) => {
  const [kind, body, metres, path, query] = row;
  const { url, asked } = await aServer(saying(body));
  const answer = await aGeocoder()(settingOf(kind, url), ADDRESS, 2000);
  expect(answer).toEqual({ state: "found", point: { latitude: -0.18, longitude: -78.48 }, metres });
  expect(asked.map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)])).toEqual([[path, query]]);
});

test.each([
  ["nominatim", []],
  ["photon", { features: [] }],
  ["google", { status: "ZERO_RESULTS", results: [] }],
] as const)("an address that %s doesn't know is unknown, not a failure", async (kind, body) => {
  const { url } = await aServer(saying(body));
  expect(await aGeocoder()(settingOf(kind, url), ADDRESS, 2000)).toEqual({ state: "unknown" });
});

test("who answers too late is not waited for", async () => {
  const { url } = await aServer(() => undefined);
  const began = performance.now();
  expect(await aGeocoder()(settingOf("photon", url), ADDRESS, 80)).toEqual({ state: "unasked" });
  expect(performance.now() - began).toBeLessThan(1500);
});

test("Nominatim is asked once a second: whoever would have to wait longer goes without", async () => {
  const { url, asked } = await aServer(saying(NOMINATIM));
  const ask = aGeocoder();
  const states = await Promise.all([1, 2, 3].map(async () => (await ask(settingOf("nominatim", url), ADDRESS, 800)).state));
  expect(states).toEqual(["found", "unasked", "unasked"]);
  expect(asked).toHaveLength(1);
});

test("one that fails five times in a row is left alone, and what is logged of it holds no address and no key", async () => {
  warnings.length = 0;
  const { url, asked } = await aServer((_request, response) => void response.writeHead(500).end("broken"));
  const ask = aGeocoder();
  for (let time = 0; time < 8; time++) expect((await ask(settingOf("google", url), ADDRESS, 2000)).state).toBe("unasked");
  expect(asked).toHaveLength(5);
  expect(JSON.stringify(warnings)).not.toMatch(/Amazonas|k-1/);
});

test.each([
  ["a redirect", (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(302, { Location: "/x" }).end()],
  ["no JSON", (_request: IncomingMessage, response: ServerResponse) => void response.end("<html>")],
  ["another shape", saying({ status: "OVER_QUERY_LIMIT", results: [] })],
  ["more than we take", (_request: IncomingMessage, response: ServerResponse) => void response.end(" ".repeat(1_100_000) + "[]")],
])("%s is no answer", async (_what, answer) => {
  const { url } = await aServer(answer);
  expect(await aGeocoder()(settingOf("google", url), ADDRESS, 2000)).toEqual({ state: "unasked" });
});

test("in production nobody is asked by http, and nobody in our own network", async () => {
  const { url, connections } = await aServer(saying(GOOGLE));
  const port = new URL(url).port;
  for (const reached of [url, `https://127.0.0.1:${port}`, `https://localhost:${port}`, `https://[::1]:${port}`])
    expect(await aGeocoder(true)(settingOf("google", reached), ADDRESS, 2000), reached).toEqual({ state: "unasked" });
  expect(connections).toEqual([]);
});

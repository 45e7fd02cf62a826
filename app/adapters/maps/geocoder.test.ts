import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { GeocoderKind } from "~/domain/position/geocoder";
import type { AskedOfGeocoder, Geocoder } from "~/ports/maps";
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
/** One answer after another, the last again and again. */
function sayingInTurn(...answers: { status?: number; body?: unknown; headers?: Record<string, string> }[]) {
  let at = 0;
  return (_request: IncomingMessage, response: ServerResponse) => {
    const { status = 200, body = [], headers = {} } = answers[Math.min(at++, answers.length - 1)]!;
    response.writeHead(status, headers).end(JSON.stringify(body));
  };
}

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
  address2: "2B, Urb. La Luz",
};
const settingOf = (kind: GeocoderKind, url: string, keySealed: string | null = "sealed k-1") => ({ kind, url, keySealed });
type Asked = Partial<AskedOfGeocoder> & { setting: AskedOfGeocoder["setting"] };
const ask = (geocoder: Geocoder, asked: Asked) => geocoder({ shopId: "shop", address: ADDRESS, withinMs: 2000, ...asked });
const stateOf = async (geocoder: Geocoder, asked: Asked) => (await ask(geocoder, asked)).state;

const NOMINATIM = [{ lat: "-0.18", lon: "-78.48", boundingbox: ["-0.181", "-0.179", "-78.481", "-78.479"], place_rank: 30 }];
const PHOTON = { features: [{ geometry: { coordinates: [-78.48, -0.18] }, properties: { type: "house", name: "…" } }] };
const GOOGLE = { status: "OK", results: [{ geometry: { location: { lat: -0.18, lng: -78.48 }, location_type: "ROOFTOP" } }] };
const STREET = "Av. Amazonas N34-120";
const LINE = `${STREET}, Urb. La Luz, Quito, 170135, Pichincha`;
const PARTS = { street: STREET, city: "Quito", state: "Pichincha", postalcode: "170135" };

test.each([
  ["nominatim", NOMINATIM, 157, "/search", { ...PARTS, format: "jsonv2", limit: "1", key: "k-1", countrycodes: "ec" }],
  ["photon", PHOTON, 30, "/api", { q: LINE, limit: "1", countrycode: "EC", api_key: "k-1" }],
  ["google", GOOGLE, 20, "/maps/api/geocode/json", { address: LINE, components: "country:EC", key: "k-1" }],
] as const)("%s is asked for all that says where it is, with the country and the key, and tells how sure it is", async (...row) => {
  const [kind, body, metres, path, query] = row;
  const { url, asked } = await aServer(saying(body));
  const answer = await ask(aGeocoder(), { setting: settingOf(kind, url) });
  expect(answer).toEqual({ state: "found", point: { latitude: -0.18, longitude: -78.48 }, metres });
  expect(asked.map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)])).toEqual([[path, query]]);
});

const COUNTRY_WIDE = { features: [{ geometry: { coordinates: [-78, -1] }, properties: { type: "city" } }] };
const NOTHING = { features: [] };

test.each([
  ["nothing", { body: NOTHING }],
  ["a refusal of the question", { status: 404, body: {} }],
  ["no more than a city", { body: COUNTRY_WIDE }],
])("where the precise question finds %s, it is asked once more without the part of the town and the code", async (_what, first) => {
  const { url, asked } = await aServer(sayingInTurn(first, { body: PHOTON }));
  expect(await ask(aGeocoder(), { setting: settingOf("photon", url) })).toMatchObject({ state: "found", metres: 30 });
  expect(asked.map(({ searchParams }) => searchParams.get("q"))).toEqual([LINE, `${STREET}, Quito, Pichincha`]);
});

test("nobody is asked twice for what is the same without them, and of two answers the finer counts", async () => {
  const bare = { ...ADDRESS, zip: null, address2: "2B" };
  const silent = await aServer(saying(NOTHING));
  expect(await stateOf(aGeocoder(), { setting: settingOf("photon", silent.url), address: bare })).toBe("unknown");
  expect(silent.asked).toHaveLength(1);
  const coarse = await aServer(sayingInTurn({ body: COUNTRY_WIDE }, { body: NOTHING }));
  expect(await ask(aGeocoder(), { setting: settingOf("photon", coarse.url) })).toMatchObject({ state: "found", metres: 5000 });
  expect(coarse.asked).toHaveLength(2);
});

test("Nominatim is not asked by parts for an address without a town; a district in the postal field is no code", async () => {
  const { url, asked } = await aServer(saying(NOMINATIM));
  await ask(aGeocoder(), { setting: settingOf("nominatim", url), address: { ...ADDRESS, zip: "Iñaquito", address2: null } });
  await ask(aGeocoder(), { setting: settingOf("nominatim", url), address: { ...ADDRESS, city: null } });
  expect(asked.map(({ searchParams }) => [searchParams.get("street"), searchParams.get("postalcode"), searchParams.get("q")])).toEqual([
    [STREET, null, null],
    [null, null, `${STREET}, Urb. La Luz, Pichincha`],
  ]);
});

const nominatimOf = (place_rank: number) => [{ ...NOMINATIM[0], place_rank }];
const googleOf = (location_type: string, rest: object = {}, viewport?: object) => ({
  ...{ status: "OK", results: [{ ...rest, geometry: { ...GOOGLE.results[0]!.geometry, location_type, viewport } }] },
});
const photonOf = (type: string) => ({
  features: [{ geometry: { coordinates: [-78.48, -0.18] }, properties: { type, extent: [-78.481, -0.179, -78.479, -0.181] } }],
});
const VIEWPORT = { northeast: { lat: -0.1, lng: -78.4 }, southwest: { lat: -0.3, lng: -78.6 } };

test.each([
  ["a town of Nominatim, however small its box", "nominatim", nominatimOf(16), 5000],
  ["a quarter of it", "nominatim", nominatimOf(19), 2500],
  ["a province of it", "nominatim", nominatimOf(8), 20_000],
  ["a town of Photon", "photon", photonOf("city"), 5000],
  ["a street of it", "photon", photonOf("street"), 157],
  ["what Google says roughly", "google", googleOf("APPROXIMATE"), 5000],
  ["that, with its frame", "google", googleOf("APPROXIMATE", {}, VIEWPORT), 15_725],
  ["a roof for part of the question", "google", googleOf("ROOFTOP", { partial_match: true }), 2500],
] as const)("%s is as far off as it may be", async (_what, kind, body, metres) => {
  const { url } = await aServer(saying(body));
  expect(await ask(aGeocoder(), { setting: settingOf(kind, url) })).toMatchObject({ state: "found", metres });
});

test.each([
  ["nominatim", []],
  ["photon", { features: [] }],
  ["google", { status: "ZERO_RESULTS", results: [] }],
] as const)("an address that %s doesn't know in any way is unknown, not a failure", async (kind, body) => {
  const { url } = await aServer(saying(body));
  expect(await ask(aGeocoder(), { setting: settingOf(kind, url), withinMs: 5000 })).toEqual({ state: "unknown" });
});

test("who answers too late is not waited for", async () => {
  const { url } = await aServer(() => undefined);
  const began = performance.now();
  expect(await ask(aGeocoder(), { setting: settingOf("photon", url), withinMs: 80 })).toEqual({ state: "unasked" });
  expect(performance.now() - began).toBeLessThan(1500);
});

test("Nominatim is asked once a second, whichever shops ask: who would have to wait longer goes without", async () => {
  const { url, asked } = await aServer(saying(NOMINATIM));
  const geocoder = aGeocoder();
  const setting = settingOf("nominatim", url, null);
  const states = await Promise.all(["a", "b", "c"].map((shopId) => stateOf(geocoder, { shopId, setting, withinMs: 800 })));
  expect(states).toEqual(["found", "unasked", "unasked"]);
  expect(asked).toHaveLength(1);
});

test("that it knows nothing is not said by who had no time to be asked in every way", async () => {
  const { url, asked } = await aServer(saying([]));
  expect(await stateOf(aGeocoder(), { setting: settingOf("nominatim", url), withinMs: 800 })).toBe("unasked");
  expect(asked).toHaveLength(1);
});

test("one that fails five times in a row is left alone, and what is logged of it holds no address and no key", async () => {
  warnings.length = 0;
  const { url, asked } = await aServer((_request, response) => void response.writeHead(500).end("broken"));
  const geocoder = aGeocoder();
  for (let time = 0; time < 8; time++) expect(await stateOf(geocoder, { setting: settingOf("google", url) })).toBe("unasked");
  expect(asked).toHaveLength(5);
  expect(JSON.stringify(warnings)).not.toMatch(/Amazonas|k-1/);
});

test("a rest is a shop's own, with one address of a server and one key", async () => {
  const { url, asked } = await aServer(({ url: path }, response) => {
    const isWell = path!.startsWith("/well") || path!.includes("k-2");
    response.writeHead(isWell ? 200 : 403).end(JSON.stringify(PHOTON));
  });
  const geocoder = aGeocoder();
  const setting = settingOf("photon", `${url}/ill`);
  for (let time = 0; time < 3; time++) expect(await stateOf(geocoder, { setting })).toBe("unasked");
  expect(asked).toHaveLength(1);
  expect(await stateOf(geocoder, { setting: { ...setting, keySealed: "sealed k-2" } })).toBe("found");
  expect(await stateOf(geocoder, { setting: settingOf("photon", `${url}/well`) })).toBe("found");
  await ask(geocoder, { setting, shopId: "other" });
  expect(asked).toHaveLength(4);
});

test.each([
  ["a question that is refused", { status: 400 }, "asked on"],
  ["Google's word for that", { body: { status: "INVALID_REQUEST" } }, "asked on"],
  ["too many questions", { status: 429, headers: { "Retry-After": "30" } }, "left alone"],
  ["Google's word for that", { body: { status: "OVER_QUERY_LIMIT" } }, "left alone"],
  ["a key that is refused", { status: 401 }, "left alone"],
  ["Google's word for that", { body: { status: "REQUEST_DENIED", error_message: "…" } }, "left alone"],
] as const)("after %s (%j) it is %s", async (_what, answer, becomes) => {
  const { url, asked } = await aServer(sayingInTurn(answer));
  const geocoder = aGeocoder();
  for (let time = 0; time < 6; time++) expect(await stateOf(geocoder, { setting: settingOf("google", url) })).toBe("unasked");
  // Each question that is refused is put in both ways.
  expect(asked).toHaveLength(becomes === "asked on" ? 12 : 1);
});

test.each([
  ["a redirect", (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(302, { Location: "/x" }).end()],
  ["no JSON", (_request: IncomingMessage, response: ServerResponse) => void response.end("<html>")],
  ["another shape", saying({ results: "none" })],
  ["more than we take", (_request: IncomingMessage, response: ServerResponse) => void response.end(" ".repeat(1_100_000) + "[]")],
])("%s is no answer", async (_what, answer) => {
  const { url } = await aServer(answer);
  expect(await ask(aGeocoder(), { setting: settingOf("google", url) })).toEqual({ state: "unasked" });
});

test("in production nobody is asked by http, and nobody in our own network", async () => {
  const { url, connections } = await aServer(saying(GOOGLE));
  const port = new URL(url).port;
  for (const reached of [url, `https://127.0.0.1:${port}`, `https://localhost:${port}`, `https://[::1]:${port}`])
    expect(await ask(aGeocoder(true), { setting: settingOf("google", reached) }), reached).toEqual({ state: "unasked" });
  expect(connections).toEqual([]);
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Wire } from "./wire";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Said = { status: number; headers?: Record<string, string>; body?: string };
async function wireTo({ status, headers = {}, body }: Said, signal: AbortSignal | null = null): Promise<Wire> {
  server = createServer((_request, response) => void response.writeHead(status, headers).end(body));
  await new Promise<void>((done) => server!.listen(0, "127.0.0.1", done));
  return new Wire(`http://127.0.0.1:${(server.address() as AddressInfo).port}/courier/k`, () => signal);
}
const BATCH = { phoneId: "p", events: [], dropped: [] };
const problem = (code: string) => ({ "X-Problem": code });

test.each<[string, Said, unknown]>([
  ["receipts", { status: 200, body: '{"serverAt":"x","receipts":[]}' }, { kind: "ok", value: { serverAt: "x", receipts: [] } }],
  ["an ended link", { status: 404, headers: problem("link_ended") }, { kind: "session_ended" }],
  ["no session", { status: 401 }, { kind: "session_ended" }],
  ["a server in distress", { status: 500, headers: problem("unknown") }, { kind: "offline" }],
  ["a gateway", { status: 502 }, { kind: "offline" }],
  ["too many at once", { status: 429, headers: problem("too_many") }, { kind: "offline" }],
  ["a server without this address", { status: 404 }, { kind: "offline" }],
  ["a hotel's page", { status: 200, body: "<html>Please log in" }, { kind: "offline" }],
  ["a hotel's redirect", { status: 302, headers: { Location: "http://127.0.0.1:1/login" } }, { kind: "offline" }],
  ["a no of ours", { status: 403, headers: problem("foreign_origin") }, { kind: "refused", status: 403, code: "foreign_origin" }],
])("%s is understood when events are sent", async (_what, said, answer) => {
  expect(await (await wireTo(said)).sendEvents(BATCH)).toEqual(answer);
});

test.each<[string, Said, unknown]>([
  ["a piece taken", { status: 204, headers: { "Upload-Offset": "65536" } }, { kind: "offset", offset: 65_536 }],
  ["another place to go on from", { status: 409, headers: { "Upload-Offset": "7" } }, { kind: "offset", offset: 7 }],
  ["a photo that no event has named yet", { status: 404, headers: problem("photo_unknown") }, { kind: "unknown" }],
  ["other bytes than the shutter's", { status: 422, headers: problem("photo_hash") }, { kind: "spoilt" }],
  ["no picture", { status: 422, headers: problem("photo_unreadable") }, { kind: "refused", status: 422, code: "photo_unreadable" }],
  ["an ended session", { status: 404, headers: problem("session_missing") }, { kind: "session_ended" }],
  ["an answer without a place", { status: 204 }, { kind: "offline" }],
])("%s is understood when a photo is sent", async (_what, said, progress) => {
  expect(await (await wireTo(said)).sendPiece("id", new Blob(["x"]), 0)).toEqual(progress);
});

test("the day comes with its tag, and is not read again while it is the same", async () => {
  const wire = await wireTo({ status: 200, headers: { ETag: '"1"' }, body: '{"serverAt":"x"}' });
  expect(await wire.fetchDay(null)).toEqual({ kind: "ok", value: { day: { serverAt: "x" }, etag: '"1"', serverAt: "x" } });
  server!.close();
  const same = await wireTo({ status: 304, headers: { "X-Server-At": "y" } });
  expect(await same.fetchDay('"1"')).toEqual({ kind: "ok", value: { day: null, serverAt: "y" } });
});

test("nobody there, and a network that changed meanwhile, are no answer", async () => {
  expect(await new Wire("http://127.0.0.1:9/courier/k", () => null).fetchDay(null)).toEqual({ kind: "offline" });
  const changed = new AbortController();
  server = createServer(() => changed.abort());
  await new Promise<void>((done) => server!.listen(0, "127.0.0.1", done));
  const wire = new Wire(`http://127.0.0.1:${(server.address() as AddressInfo).port}/courier/k`, () => changed.signal);
  expect(await wire.photoOffset("id")).toEqual({ kind: "offline" });
});

import { Agent, createServer, request as send, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { createReadableStreamFromReadable } from "@remix-run/node";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitBody, type Limit } from "./limit-body";

const LIMIT = 1000;
const LARGE = 2000;
const LIMITS: Record<string, Limit> = {
  "/large": { mostBytes: LARGE, text: "a smaller one, please", headers: { "X-Why": "large" } },
  "/unread": { mostBytes: 40_000_000 },
};
let server: Server;
let url: string;
let read: string[];

beforeAll(async () => {
  const app = express();
  app.use(limitBody(({ path }) => LIMITS[path] ?? { mostBytes: LIMIT }));
  // As Remix reads it.
  app.all("*", (incoming, outgoing) => {
    if (incoming.path === "/unread") {
      createReadableStreamFromReadable(incoming);
      return outgoing.status(404).send("no");
    }
    void new Response(createReadableStreamFromReadable(incoming)).text().then(
      (body) => {
        read.push(body);
        outgoing.send("ok");
      },
      () => read.push("cut off"),
    );
  });
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

test("a body within the limit arrives whole", async () => {
  read = [];
  const answer = await fetch(url, { method: "POST", body: "x".repeat(LIMIT) });
  expect({ status: answer.status, read }).toEqual({ status: 200, read: ["x".repeat(LIMIT)] });
});

test("a declared length beyond it is answered 413 and read by nobody", async () => {
  read = [];
  const answer = await fetch(url, { method: "POST", body: "x".repeat(LIMIT + 1) });
  expect({ status: answer.status, read }).toEqual({ status: 413, read: [] });
});

test("a path has its own limit, and its own words beyond it", async () => {
  read = [];
  const within = await fetch(`${url}large`, { method: "POST", body: "x".repeat(LARGE) });
  const beyond = await fetch(`${url}large`, { method: "POST", body: "x".repeat(LARGE + 1) });
  expect([within.status, beyond.status, beyond.headers.get("X-Why"), await beyond.text()]).toEqual([
    200,
    413,
    "large",
    "a smaller one, please",
  ]);
});

test("who sends forty megabytes and listens only afterwards hears the answer", async () => {
  const body = Buffer.alloc(40_000_000, 120);
  const heard = await new Promise<string>((done, fail) => {
    const { port } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.pause();
      socket.write(`POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.write(body, (error) => (error ? fail(error) : socket.once("data", (chunk) => done(String(chunk))).resume()));
    }).on("error", fail);
  });
  expect(heard).toMatch(/^HTTP\/1\.1 413 [^]*a smaller one, please/);
});

test("who is answered before their body was read can finish sending it, and ask again over the same connection", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const connections = new Set();
  server.on("connection", (socket) => connections.add(socket));
  const post = () =>
    new Promise<number | undefined>((done, fail) => {
      const outgoing = send(`${url}unread`, { method: "POST", agent }, (incoming) =>
        incoming.resume().on("end", () => done(incoming.statusCode)),
      );
      outgoing.on("error", fail).end(Buffer.alloc(30_000_000));
    });
  expect([await post(), await post(), connections.size]).toEqual([404, 404, 1]);
  agent.destroy();
});

test("a body that hides its length is cut off as soon as it is too long", async () => {
  read = [];
  const failure = await new Promise<Error>((done) => {
    const outgoing = send(url, { method: "POST", headers: { "Transfer-Encoding": "chunked" } });
    outgoing.on("error", done);
    outgoing.write("x".repeat(LIMIT));
    outgoing.write("x");
  });
  expect(failure.message).toMatch(/socket hang up|ECONNRESET/);
  expect(read).not.toContain("x".repeat(LIMIT + 1));
});

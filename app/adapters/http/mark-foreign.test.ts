import { createServer, request as send, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { markForeign } from "./mark-foreign";

let server: Server;
beforeAll(async () => {
  const app = express();
  app.use(markForeign);
  app.all("*", ({ headers }, response) => response.json([headers.origin ?? null, headers["sec-fetch-site"] ?? null]));
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => void server.close());

const heard = (headers: Record<string, string>) =>
  new Promise<unknown>((done) => {
    const { port } = server.address() as AddressInfo;
    const outgoing = send({ port, host: "127.0.0.1", method: "POST", headers: { Host: "app.example", ...headers } }, async (incoming) => {
      let text = "";
      for await (const chunk of incoming) text += String(chunk);
      done(JSON.parse(text));
    });
    outgoing.end();
  });

test.each<[string, Record<string, string>, unknown]>([
  ["our own page", { Origin: "https://app.example" }, ["https://app.example", null]],
  [
    "our own page behind a proxy",
    { Origin: "https://shop.example", "X-Forwarded-Host": "shop.example, inner" },
    ["https://shop.example", null],
  ],
  ["no origin", {}, [null, null]],
  ["an origin that is kept secret", { Origin: "null" }, ["null", null]],
  ["another site", { Origin: "https://evil.example" }, [null, "cross-site"]],
  ["another site that claims to be ours", { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }, [null, "cross-site"]],
  ["an origin that is none", { Origin: "evil" }, [null, "cross-site"]],
])("%s", async (_, headers, expected) => {
  expect(await heard(headers)).toEqual(expected);
});

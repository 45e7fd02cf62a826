import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { courierFiles } from "./courier-files";

const folder = mkdtempSync(path.join(tmpdir(), "courier-files-"));
let server: Server;
beforeAll(async () => {
  mkdirSync(path.join(folder, "sub"));
  for (const name of ["sw.js", "shell.html", "app-0123456789.js"]) writeFileSync(path.join(folder, name), "x");
  const app = express().use("/courier", courierFiles(folder));
  server = createServer(app.use((_request, response) => void response.status(404).end()));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ["sw.js", 200, "no-cache"],
  ["shell.html", 200, "no-cache"],
  ["app-0123456789.js", 200, "public, max-age=31536000, immutable"],
  ["demoshop", 404, null],
  ["sub", 404, null],
  ["", 404, null],
])("/courier/%s is answered %s, kept: %s", async (name, status, kept) => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/courier/${name}`, { redirect: "manual" });
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([status, kept]);
});

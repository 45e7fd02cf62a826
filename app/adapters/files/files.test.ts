import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesAt } from "./files";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const bytes = new Uint8Array([0, 255, 128, 13, 10]);

test("a file comes back byte for byte, and is gone once deleted", async () => {
  const files = filesAt(`file://${folder}`);
  await files.put("shop-1/photos/one.jpg", bytes);
  expect(await files.get("shop-1/photos/one.jpg")).toEqual(bytes);
  expect(new Uint8Array(await readFile(join(folder, "shop-1/photos/one.jpg")))).toEqual(bytes);
  await files.delete("shop-1/photos/one.jpg");
  expect(await files.get("shop-1/photos/one.jpg")).toBeNull();
  await files.delete("shop-1/photos/one.jpg");
});

test.each(["../escape", "a/../../b", "/etc/passwd", "a//b", "", ".", "..", "a/.hidden", "a\\..\\b", "a b", "a\0b", "ñ", "x".repeat(600)])(
  "key %j is refused",
  async (key) => {
    const files = filesAt(`file://${folder}/inner`);
    await expect(files.put(key, bytes)).rejects.toThrow("no file key");
    await expect(files.get(key)).rejects.toThrow("no file key");
    await expect(files.delete(key)).rejects.toThrow("no file key");
  },
);

test("a neighbour's file can't be reached", async () => {
  await writeFile(join(folder, "secret.txt"), "secret");
  await expect(filesAt(`file://${folder}/inner`).get("../secret.txt")).rejects.toThrow("no file key");
  expect(await readdir(folder)).toContain("secret.txt");
});

test("FILES_URL must be a folder or a bucket", () => {
  expect(() => filesAt("http://files.example")).toThrow("neither file:// nor s3://");
});

test("with S3, the object goes to the bucket at the endpoint, signed", async () => {
  const stored = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = new URL(request.url!, "http://x").pathname;
    if (!request.headers.authorization?.includes("Credential=someone/")) return response.writeHead(403).end();
    if (request.method === "PUT") stored.set(path, Buffer.concat(chunks));
    if (request.method === "DELETE") stored.delete(path);
    const body = stored.get(path);
    if (request.method !== "PUT" && request.method !== "DELETE" && !body) return response.writeHead(404).end();
    return response.writeHead(200).end(request.method === "GET" ? body : undefined);
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const endpoint = encodeURIComponent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const files = filesAt(`s3://someone:its-secret@proofs?endpoint=${endpoint}&region=sa-east-1`);
  await files.put("shop-1/photos/one.jpg", bytes);
  expect([...stored.keys()]).toEqual(["/proofs/shop-1/photos/one.jpg"]);
  expect(await files.get("shop-1/photos/one.jpg")).toEqual(bytes);
  await files.delete("shop-1/photos/one.jpg");
  expect([stored.size, await files.get("shop-1/photos/one.jpg")]).toEqual([0, null]);
  server.close();
});

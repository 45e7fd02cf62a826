import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { linksFor } from "./links";

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const links = linksFor("https://app.example/", [key("a", 1)]);
const photo = { publicKey: "pk", kind: "photo", id: "attempt-1" } as const;
const now = new Date("2026-11-23T10:00:00Z");
const inAnHour = new Date("2026-11-23T11:00:00Z");
const tokenIn = (url: string) => url.split("/").at(-1)!;

test("a link's token names the shop and can be shown again", () => {
  const token = links.tokenOf({ publicKey: "pk" }, "link-1");
  expect(token).toMatch(/^pk\.[\w-]{43}$/);
  expect(links.tokenOf({ publicKey: "pk" }, "link-1")).toBe(token);
  expect(links.tokenOf({ publicKey: "pk" }, "link-2")).not.toBe(token);
  expect(links.courierUrl(token)).toBe(`https://app.example/courier/${token}`);
  expect(links.carrierRatesUrl(token)).toBe(`https://app.example/api/carrier-rates/${token}`);
});

test("only a SHA-256 of the secret is kept", () => {
  expect(links.hash("abc")).toBe(createHash("sha256").update("abc").digest("hex"));
});

test("a file link opens until its instant, not after", () => {
  const token = tokenIn(links.fileUrl(photo, inAnHour));
  expect(links.openFileToken(token, now)).toEqual(photo);
  expect(links.openFileToken(token, new Date("2026-11-23T10:59:59.999Z"))).toEqual(photo);
  expect(links.openFileToken(token, inAnHour)).toBeNull();
});

test("a file link for another file can't be made from a good one", () => {
  const [payload, mac] = tokenIn(links.fileUrl(photo, inAnHour)).split(".");
  const forged = Buffer.from(Buffer.from(payload!, "base64url").toString().replace("attempt-1", "attempt-2")).toString("base64url");
  expect(links.openFileToken(`${forged}.${mac}`, now)).toBeNull();
});

test.each(["", ".", "a.b", "a.b.c", "no-dot", `${"x".repeat(5000)}.y`])("file token %j is nothing", (token) => {
  expect(links.openFileToken(token, now)).toBeNull();
});

test("old keys keep old file links and sessions alive; a removed key ends them", () => {
  const token = tokenIn(links.fileUrl(photo, inAnHour));
  const session = links.sessionOf({ publicKey: "pk", secretHash: "h" });
  const rotated = linksFor("https://app.example", [key("b", 2), key("a", 1)]);
  expect(rotated.openFileToken(token, now)).toEqual(photo);
  expect(rotated.openSession(session)).toEqual({ publicKey: "pk", secretHash: "h" });
  expect(linksFor("https://app.example", [key("b", 2)]).openFileToken(token, now)).toBeNull();
});

test("a telephone's session brings its own secret back; one of before brings the link's hash", () => {
  const own = { publicKey: "pk", deviceSecret: "s" };
  expect(links.openSession(links.sessionOf(own))).toEqual(own);
});

test("a session is no file link, and a file link no session", () => {
  expect(links.openFileToken(links.sessionOf({ publicKey: "pk", secretHash: "h" }), now)).toBeNull();
  expect(links.openSession(tokenIn(links.fileUrl(photo, inAnHour)))).toBeNull();
});

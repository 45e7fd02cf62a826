import { expect, test } from "vitest";
import { vaultWith } from "./vault";

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const secret = new TextEncoder().encode("the certificate's key");

test("what was sealed opens again, and never looks the same twice", () => {
  const vault = vaultWith([key("a", 1)]);
  const sealed = vault.seal(secret);
  expect(Buffer.from(vault.open(sealed))).toEqual(Buffer.from(secret));
  expect(sealed).toMatch(/^a:[^:]+:[^:]+:[^:]+$/);
  expect(vault.seal(secret)).not.toBe(sealed);
});

test("an empty secret survives", () => {
  const vault = vaultWith([key("a", 1)]);
  expect(vault.open(vault.seal(new Uint8Array()))).toHaveLength(0);
});

test("after a new key came first, old secrets still open and new ones use it", () => {
  const sealed = vaultWith([key("old", 1)]).seal(secret);
  const rotated = vaultWith([key("new", 2), key("old", 1)]);
  expect(Buffer.from(rotated.open(sealed))).toEqual(Buffer.from(secret));
  expect(rotated.seal(secret)).toMatch(/^new:/);
});

test("a removed key is named", () => {
  const sealed = vaultWith([key("old", 1)]).seal(secret);
  expect(() => vaultWith([key("new", 2)]).open(sealed)).toThrow(/No encryption key "old"/);
});

test.each(["iv", "tag", "text"])("a changed %s is refused", (part) => {
  const vault = vaultWith([key("a", 1)]);
  const parts = vault.seal(secret).split(":");
  const at = ["id", "iv", "tag", "text"].indexOf(part);
  const bytes = Buffer.from(parts[at]!, "base64");
  bytes[0]! ^= 1;
  parts[at] = bytes.toString("base64");
  expect(() => vault.open(parts.join(":"))).toThrow();
});

test("a shortened tag is refused", () => {
  const vault = vaultWith([key("a", 1)]);
  const [id, iv, tag, text] = vault.seal(secret).split(":");
  const short = Buffer.from(tag!, "base64").subarray(0, 4).toString("base64");
  expect(() => vault.open([id, iv, short, text].join(":"))).toThrow();
});

test.each(["", "a", "a:b:c"])("malformed %j is refused", (sealed) => {
  expect(() => vaultWith([key("a", 1)]).open(sealed)).toThrow("malformed");
});

import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { bundleCourier } from "./bundle";

let files: Map<string, string>;
beforeAll(async () => {
  files = new Map((await bundleCourier()).map(({ name, text }) => [name.replace(/-[0-9a-f]{10}\.js$/, ".js"), text]));
});
const kilobytes = (name: string) => gzipSync(files.get(name)!).length / 1024;

test("the phone's program is small enough for a slow network", () => {
  expect(kilobytes("app.js")).toBeLessThanOrEqual(108);
  expect(kilobytes("sw.js")).toBeLessThanOrEqual(10);
  expect(kilobytes("photo.js")).toBeLessThanOrEqual(5);
  expect(kilobytes("scan.js")).toBeLessThanOrEqual(60);
  expect(kilobytes("map.js")).toBeLessThanOrEqual(48);
});

test("the shell brings its styles and asks for nothing but its script and its icon", () => {
  const shell = files.get("shell.html")!;
  const asked = [...shell.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(asked).toEqual(["/favicon.svg", expect.stringMatching(/^\/courier\/app-[0-9a-f]{10}\.js$/)]);
  expect(shell).toContain(".courier");
  expect(shell).not.toMatch(/url\(|@import/);
});

test("the service worker keeps the shell first, and all that it asks for", () => {
  const { app, photo, shell } = JSON.parse(files.get("assets.json")!) as Record<string, string>;
  const kept = files.get("sw.js")!;
  for (const address of [app, photo, shell, "/favicon.svg"]) expect(kept).toContain(`"${address}"`);
  expect(kept.indexOf(shell!)).toBeLessThan(kept.indexOf(app!));
});

test("the map comes apart from the program, with its styles, asks for no pictures of its own, and is kept for when there is no signal", () => {
  const map = files.get("map.js")!;
  expect(map).toContain(".leaflet-pane");
  expect(map).toContain(".pin");
  expect(map).not.toMatch(/url\(images/);
  expect(files.get("app.js")).not.toContain("leaflet");
  const [address] = /\/courier\/map-[0-9a-f]{10}\.js/.exec(files.get("app.js")!)!;
  expect(files.get("sw.js")).toContain(`"${address}"`);
});

test("what is built from the same sources has the same names", async () => {
  const names = (built: { name: string }[]) => built.map(({ name }) => name);
  expect(names(await bundleCourier())).toEqual(names(await bundleCourier()));
});

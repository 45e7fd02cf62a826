// The phone's own program as files: the app, the photo worker, the service worker and the shell that opens without network.
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { build, transform } from "esbuild";
import type { CourierAssets } from "./assets.server";

const root = path.resolve(import.meta.dirname, "../..");
const ADDRESS = "/courier/";
const hashOf = (content: string) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** A file's name and its text. */
type Built = { name: string; text: string };
const hashed = (name: string, text: string): Built => ({ name: `${name}-${hashOf(text)}.js`, text });
const addressOf = ({ name }: Built) => ADDRESS + name;

/** `define`: what app/courier/phone/built.ts declares. `format`: `esm` where the program loads it later. */
type Given = { define?: Record<string, unknown>; format?: "iife" | "esm" };

/** One script of it, for the browser. */
export async function bundle(entry: string, { define = {}, format = "iife" }: Given = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, "app/courier/phone", entry)],
    bundle: true,
    write: false,
    minify: true,
    format,
    platform: "browser",
    target: "es2020",
    charset: "utf8",
    // The module, of which only what is used is taken.
    alias: { "~": path.join(root, "app"), leaflet: "leaflet/dist/leaflet-src.esm.js" },
    jsx: "automatic",
    define: {
      "process.env.NODE_ENV": '"production"',
      ...Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

async function smallCss(...files: string[]): Promise<string> {
  const text = files.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
  return (await transform(text, { loader: "css", minify: true })).code;
}

/** Leaflet's pictures are of controls that our map has not. */
export const mapStyles = async (): Promise<string> =>
  (await smallCss("node_modules/leaflet/dist/leaflet.css", "app/courier/phone/map/map.css")).replace(
    /background-image:url\([^)]*\);?/g,
    "",
  );

const shellOf = (script: string, css: string): string => `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>BIMCommerce</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${css}</style>
</head>
<body><div id="courier"></div><script src="${script}" defer></script></body>
</html>
`;

/** All of them; `assets.json` tells the server their names. */
export async function bundleCourier(): Promise<Built[]> {
  const photo = hashed("photo", await bundle("photo/photo-worker.ts"));
  const scan = hashed("scan", await bundle("scan/scan-worker.ts"));
  const map = hashed("map", await bundle("map/open-map.ts", { define: { MAP_STYLES: await mapStyles() }, format: "esm" }));
  const parts = { PHOTO_WORKER: addressOf(photo), SCAN_WORKER: addressOf(scan), MAP_SCRIPT: addressOf(map) };
  const app = hashed("app", await bundle("main.tsx", { define: parts }));
  const css = await smallCss("app/courier/courier.css");
  const shell = { name: "shell.html", text: shellOf(addressOf(app), css) };
  const icons = globSync(["favicon.svg", "icons/*.png"], { cwd: path.join(root, "public") }).map((file) => `/${file}`);
  const files = [...[shell, app, photo, scan, map].map(addressOf), ...icons.sort()];
  const version = hashOf([shell.text, ...files].join("\n"));
  const worker = { name: "sw.js", text: await bundle("sw.ts", { define: { SHELL_FILES: files, SHELL_VERSION: version } }) };
  const assets: CourierAssets = {
    app: addressOf(app),
    photo: addressOf(photo),
    worker: addressOf(worker),
    shell: addressOf(shell),
    version,
  };
  return [app, photo, scan, map, shell, worker, { name: "assets.json", text: JSON.stringify(assets) }];
}

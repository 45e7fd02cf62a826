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

/** One script of it, for the browser; `define`: what app/courier/phone/built.ts declares. */
export async function bundle(entry: string, define: Record<string, unknown> = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, "app/courier/phone", entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2020",
    charset: "utf8",
    alias: { "~": path.join(root, "app") },
    jsx: "automatic",
    define: {
      "process.env.NODE_ENV": '"production"',
      ...Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

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
  const app = hashed("app", await bundle("main.tsx", { PHOTO_WORKER: addressOf(photo), SCAN_WORKER: addressOf(scan) }));
  const styles = readFileSync(path.join(root, "app/courier/courier.css"), "utf8");
  const { code: css } = await transform(styles, { loader: "css", minify: true });
  const shell = { name: "shell.html", text: shellOf(addressOf(app), css) };
  const icons = globSync(["favicon.svg", "icons/*.png"], { cwd: path.join(root, "public") }).map((file) => `/${file}`);
  const files = [...[shell, app, photo, scan].map(addressOf), ...icons.sort()];
  const version = hashOf([shell.text, ...files].join("\n"));
  const worker = { name: "sw.js", text: await bundle("sw.ts", { SHELL_FILES: files, SHELL_VERSION: version }) };
  const assets: CourierAssets = {
    app: addressOf(app),
    photo: addressOf(photo),
    worker: addressOf(worker),
    shell: addressOf(shell),
    version,
  };
  return [app, photo, scan, shell, worker, { name: "assets.json", text: JSON.stringify(assets) }];
}

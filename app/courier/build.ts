// Bundles the phone's own program into build/client/courier: the app, the photo worker, the service worker and the shell that opens without network.
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, transform } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
const from = (file: string) => path.join(root, "app/courier", file);
const to = path.join(root, "build/client/courier");
const URL_PREFIX = "/courier/";
const hashOf = (content: string) => createHash("sha256").update(content).digest("hex").slice(0, 10);

async function bundle(entry: string, define: Record<string, unknown> = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [from(entry)],
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

function write(name: string, content: string): string {
  writeFileSync(path.join(to, name), content);
  return URL_PREFIX + name;
}
const writeHashed = (name: string, content: string) => write(`${name}-${hashOf(content)}.js`, content);

function shellOf(script: string, css: string): string {
  return `<!doctype html>
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
}

async function buildCourier(): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const photo = writeHashed("photo", await bundle("phone/photo/photo-worker.ts"));
  const app = writeHashed("app", await bundle("phone/main.tsx", { PHOTO_WORKER: photo }));
  const { code: css } = await transform(readFileSync(from("courier.css"), "utf8"), { loader: "css", minify: true });
  const html = shellOf(app, css);
  const shell = write("shell.html", html);
  const icons = globSync(["favicon.svg", "icon-*.png"], { cwd: path.join(root, "public") }).map((file) => `/${file}`);
  const files = [shell, app, photo, ...icons.sort()];
  const version = hashOf([html, ...files].join("\n"));
  const worker = write("sw.js", await bundle("phone/sw.ts", { SHELL_FILES: files, SHELL_VERSION: version }));
  write("assets.json", JSON.stringify({ app, photo, worker, shell, version }));
}

await buildCourier();

import { readFile } from "node:fs/promises";
import { bytes, notFound, type Router } from "../../http.ts";

const types: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };
const names = ["admin.css", "admin.js", "app-bridge.js", "checkout.js", "elements.js", "extension-host.js", "store.css"];

/** The pages' own styles and scripts, under `/sandbox/…`; the App Bridge stand-in also where the app's settings look for it. */
export function mountAssets(router: Router): void {
  const serveAsset = async (name: string) => {
    if (!names.includes(name)) return notFound();
    const answer = bytes(await readFile(new URL(`../assets/${name}`, import.meta.url)), types[name.split(".")[1] ?? ""] ?? "text/plain");
    // The app's document, on another site, loads the App Bridge stand-in; nothing is kept, so that an edit shows at once.
    return { ...answer, headers: { ...answer.headers, "cache-control": "no-cache", "cross-origin-resource-policy": "cross-origin" } };
  };
  router.on("GET", "/app-bridge.js", () => serveAsset("app-bridge.js"));
  router.on("GET", "/sandbox/app-bridge.js", () => serveAsset("app-bridge.js"));
  router.on("GET", "/sandbox/assets/:name", ({ params }) => serveAsset(params.name ?? ""));
}

import { addressAt } from "./addresses";
import { isServerPage } from "./server-page";
import { shellFiles, shellVersion } from "./built";

const PREFIX = "courier-shell-";
const cacheName = () => PREFIX + shellVersion();

/** All files of this version, or none. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName());
  await cache.addAll(shellFiles().map((file) => new Request(file, { cache: "reload" })));
}

export async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== cacheName()).map((name) => caches.delete(name)));
}

/** What the service worker answers by itself; null: the network's affair (data, events, photos, forms). */
export function shellAnswer(request: Request): Promise<Response> | null {
  if (request.method !== "GET") return null;
  const { pathname, origin, searchParams } = new URL(request.url);
  if (origin !== location.origin) return null;
  if (request.mode !== "navigate") return shellFiles().includes(pathname) ? fromCache(pathname, request) : null;
  const address = addressAt(pathname);
  if (!address) return null;
  // The link's secret signs the phone in: the server has to see it. Without network the phone opens with what it has.
  return address.hasSecret || isServerPage(searchParams)
    ? fetch(request).catch(() => fromCache(shellFiles()[0]!, request))
    : fromCache(shellFiles()[0]!, request);
}

async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName());
  return (await cache.match(path)) ?? fetch(request);
}

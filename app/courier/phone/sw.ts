import { askAgainMs } from "./back-off";
import { dropOldShells, keepShell, shellAnswer } from "./shell-cache";
import { Store } from "./store";
import { Sync, type Ended } from "./sync";
import { Wire } from "./wire";
import type { WorkerScope } from "./worker-scope";

const worker = globalThis as unknown as WorkerScope;

/** A minute in all: browsers end a worker that takes longer than a few. */
const MOST_ASKED = 7;

worker.addEventListener("install", (event) => event.waitUntil(keepShell()));
// Only when no page of the old version is open any more, or the courier asked for the new one.
worker.addEventListener("activate", (event) => event.waitUntil(dropOldShells().then(() => worker.clients.claim())));
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const answer = shellAnswer(event.request);
  if (answer) event.respondWith(answer);
});
worker.addEventListener("sync", (event) => {
  if (event.tag === "courier") event.waitUntil(sendAll());
});

/** The signal is back and perhaps no page is open: sends for every shop this phone works for. */
async function sendAll(): Promise<void> {
  const databases = (await indexedDB.databases?.()) ?? [];
  const keys = databases.flatMap(({ name }) => /^courier-([A-Za-z0-9]+)$/.exec(name ?? "")?.[1] ?? []);
  const ended = await Promise.all(keys.map(send));
  // The browser then tries again later.
  if (ended.includes("offline")) throw new Error("No network yet");
}

/** What the server works out meanwhile is asked for a few times: photos go only when it knows of what, and no page may be open to ask. */
async function untilAnswered(sync: Sync): Promise<Ended> {
  let ended = await sync.run(false);
  for (let asked = 1; ended === "waiting" && asked <= MOST_ASKED; asked++) {
    await new Promise((done) => setTimeout(done, askAgainMs(asked)));
    ended = await sync.run(true);
  }
  return ended;
}

async function send(key: string): Promise<Ended> {
  const channel = new BroadcastChannel(`courier-${key}`);
  const sync = new Sync({
    store: new Store(key),
    wire: new Wire(`/courier/${key}`, () => null),
    newId: () => crypto.randomUUID(),
    deviceMs: () => Date.now(),
    onServerTime: () => undefined,
    onChange: () => channel.postMessage("changed"),
  });
  return untilAnswered(sync).finally(() => channel.close());
}

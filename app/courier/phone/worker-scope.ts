// What a service worker sees around it: its types and those of a page can't be read into one program.
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
export type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
export type Syncing = Lasting & { tag: string };

type Events = { install: Lasting; activate: Lasting; fetch: Fetching; sync: Syncing; message: MessageEvent<unknown> };

export type WorkerScope = {
  addEventListener: <K extends keyof Events>(kind: K, listener: (event: Events[K]) => void) => void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};

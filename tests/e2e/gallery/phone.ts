import { WARNINGS, type Phone, type Taken } from "~/courier/phone-port";

/** A drawn picture, so that none has to be fetched. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#8a6"/></svg>')}`;
const taken = (shotId: string, doubts: Taken["doubts"] = []): Taken => ({ shotId, doubts, previewUrl: PICTURE });

/** A phone that has everything to say and does nothing. */
export function aPhone(change: Partial<Phone> = {}): Phone {
  return {
    subscribe: () => () => undefined,
    go: () => undefined,
    lights: () => null,
    record: () => Promise.resolve(),
    tellShift: () => Promise.resolve(),
    take: () => Promise.resolve(taken("new")),
    sign: () => Promise.resolve(taken("signed")),
    drafts: () => [],
    drop: () => Promise.resolve(),
    post: () => Promise.resolve(null),
    // Leaflet touches the window when it is loaded, and the tests read the names of the scenes where there is none.
    openMap: async () => (await import("~/courier/phone/map/open-map")).openMap,
    navigation: null,
    takeWay: () => undefined,
    opensGeo: true,
    readCode: () => new Promise<string | null>(() => undefined),
    scanned: () => [],
    noteScan: () => Promise.resolve(),
    stops: () => ({ pending: [], done: [], others: [] }),
    refresh: () => undefined,
    update: null,
    sync: { state: "idle", unsent: 0 },
    warnings: [],
    ...change,
  };
}

/** In a basement, nearly empty and nearly full, with reports on their way, and one that came to something else. */
export const troubledPhone = (): Phone =>
  aPhone({
    sync: { state: "offline", unsent: 27 },
    warnings: [...WARNINGS],
    update: () => undefined,
    scanned: () => [1, 2, 5, 6],
    drafts: () => [taken("one"), taken("two", ["dark", "seen_before"])],
    lights: (deliveryId) =>
      deliveryId === "out"
        ? { event: "waiting", photos: { sent: 1, of: 3, spoilt: 1 }, outcome: null }
        : deliveryId === "fetch"
          ? { event: "refused", photos: { sent: 0, of: 0, spoilt: 0 }, outcome: null }
          : { event: "sent", photos: { sent: 2, of: 2, spoilt: 0 }, outcome: { code: "taken_over" } },
  });

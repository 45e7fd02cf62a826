import { useMemo, useSyncExternalStore } from "react";
import { WARNINGS, type Draft, type Lights, type Phone as Program, type Taken } from "../phone-port";
import type { Doubt } from "./photo/doubts";
import { isOpenEvent, type QueuedShot } from "./queue";
import { opensGeo } from "./opens-geo";
import { loadMap } from "./map/load-map";
import { photosToSend } from "./next-step";
import type { Lights as Held } from "./overlay";
import type { Phone } from "./phone";
import type { View } from "./view";
import { postForm } from "./post-form";

/** What the pages see of the phone, anew whenever something on it changes, and what they may ask of it. */
export function useProgram(phone: Phone, go: (path: string) => void): { view: View; program: Program } {
  const now = () => phone.view;
  const view = useSyncExternalStore(phone.subscribe, now, () => phone.atFirst);
  return { view, program: useMemo(() => programOf(phone, go), [phone, go]) };
}

const programOf = (phone: Phone, go: (path: string) => void): Program => ({
  subscribe: phone.subscribe,
  go,
  lights: (deliveryId) => lightsOf(phone.lights(deliveryId)),
  record: (draft) => ("deliveryId" in draft ? phone.record(reportedIn(draft), draft.position) : phone.record(draft)),
  tellShift: (told) => phone.tellShift(told),
  take: async (file, deliveryId) => {
    const { shot, previewUrl } = await phone.takePhoto(file, { deliveryId });
    return { shotId: shot.id, doubts: shot.doubts as Doubt[], previewUrl };
  },
  sign: async (signed, deliveryId) => {
    const { shot, previewUrl } = await phone.keepSignature(signed, { deliveryId });
    return { ...takenOf(shot), previewUrl };
  },
  drafts: (deliveryId) => phone.drafts(deliveryId).map(takenOf),
  drop: (shotId) => phone.dropPhoto(shotId),
  post: async (form) => {
    const problem = await postForm(form);
    if (!problem) phone.refresh();
    return problem;
  },
  readCode: (video) => phone.readCode(video),
  scanned: (deliveryId, where) => phone.scanned(deliveryId, where),
  noteScan: (scan) => phone.noteScan(scan),
  stops: () => phone.view.day ?? { pending: [], done: [], others: [] },
  openMap: loadMap,
  get navigation() {
    return phone.view.navigation;
  },
  takeWay: (way) => void phone.takeWay(way),
  opensGeo: opensGeo(),
  refresh: () => phone.refresh(),
  get update() {
    return phone.view.isNewVersionReady ? () => phone.loadNewVersion() : null;
  },
  get sync() {
    const { view } = phone;
    return { state: view.sync === "syncing" ? "sending" : view.sync, unsent: unsentIn(view) } as const;
  },
  get warnings() {
    return WARNINGS.filter((warning) => phone.view.warnings[warning]);
  },
});

/** Deliveries of which something is still on the phone, and what was said of money. */
const unsentIn = ({ events, shots }: View): number =>
  new Set([
    ...events.filter(isOpenEvent).map(({ event }) => event.deliveryId ?? event.id),
    ...photosToSend(events, shots).map((shot) => shot.deliveryId),
  ]).size;

function lightsOf({ event, outcome, photos }: Held): Lights | null {
  if (event === null) return null;
  return { event: event === "waiting" || event === "refused" ? event : "sent", outcome, photos };
}

function reportedIn(draft: Draft): Parameters<Phone["record"]>[0] {
  const { deliveryId } = draft;
  if (draft.kind === "start") return { kind: "start", deliveryId, ...(draft.parcels && { parcels: draft.parcels }) };
  if (draft.kind === "undo") return { kind: "undo", deliveryId, undoes: draft.reportId };
  const photos = draft.shots.map(({ shotId, because }) => ({ shotId, reason: because }));
  switch (draft.kind) {
    case "fail":
      return { kind: "fail", deliveryId, reason: draft.reason, note: draft.note, photos, reattemptOn: draft.reattemptOn ?? null };
    case "return":
      return { kind: "return", deliveryId, receivedBy: draft.receivedBy, photos };
    case "confirm": {
      const { receivedBy, collected, proof, refused, fiscalData = null } = draft;
      return {
        kind: "confirm",
        deliveryId,
        receivedBy,
        collected,
        fiscalData,
        photos,
        doorNote: draft.doorNote,
        gatePhotoId: draft.gatePhotoId,
        ...(proof && { proof }),
        ...(refused?.length && { refused }),
        ...(draft.parcels && { parcels: draft.parcels }),
      };
    }
  }
}

const takenOf = ({ id, doubts, thumbnail, picture }: QueuedShot): Taken => {
  const blob = thumbnail ?? picture?.blob ?? null;
  return { shotId: id, doubts: doubts as Doubt[], previewUrl: blob ? URL.createObjectURL(blob) : "" };
};

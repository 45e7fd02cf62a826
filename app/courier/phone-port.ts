import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Outcome, PhonePosition } from "~/domain/phone-event/event";
import type { ShiftKind } from "~/domain/shift/shift";
import type { ToldParcels } from "~/domain/delivery/parcels";
import type { RefusedUnits } from "~/domain/delivery/refusal";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { ToldProof } from "~/domain/proof/told";
import type { Collected } from "~/domain/settlement/collected";
import type { Navigation } from "./navigation";
import type { OpenMap } from "./map/courier-map";
import type { Doubt } from "./phone/photo/doubts";
import type { Problem } from "./problem";
import type { Day } from "./protocol";

/** How far what was reported of a delivery has come. `outcome`: what became of it; null: not known yet. */
export type Lights = {
  event: "waiting" | "sent" | "refused";
  photos: { sent: number; of: number; spoilt: number };
  outcome: Outcome | null;
};

/** `needs_link`: the server knows this phone no more; what is unsent goes with the courier's next link. */
export type Sync = { state: "offline" | "sending" | "idle" | "needs_link"; unsent: number };
/**
 * What the phone lacks; worded by courier.json (`warning.<code>`). `location`: the courier agreed to be seen, and it does not say where it is. `coldStart`:
 * without signal the page can't be opened anew. `forgotten`: the browser has cleared away what the phone held.
 */
export const WARNINGS = ["forgotten", "storage", "coldStart", "battery", "location"] as const;
export type Warning = (typeof WARNINGS)[number];

export type Taken = { shotId: string; previewUrl: string; doubts: Doubt[] };
/** `because`: why a doubtful one is kept all the same. */
export type Chosen = { shotId: string; because: string | null };

/** Parcels are scanned twice: when they are loaded, and when they are handed over. */
export type ScanPlace = "loading" | "door";
/** Which were scanned the phone fills in as it writes the report down. */
type Parcels = { parcels?: ToldParcels | undefined };

export type Draft = { deliveryId: string; position: PhonePosition | null } & (
  | ({ kind: "start" } & Parcels)
  | ({
      kind: "confirm";
      receivedBy: string;
      shots: Chosen[];
      collected: Collected | null;
      proof?: ToldProof;
      fiscalData?: FiscalData | null;
      doorNote?: string | null;
      gatePhotoId?: string | null;
      refused?: RefusedUnits[];
    } & Parcels)
  | { kind: "fail"; reason: string; note: string | null; shots: Chosen[]; reattemptOn?: string | null }
  | { kind: "return"; receivedBy: string; shots: Chosen[] }
  /** `reportId`: the report that was a mistake. */
  | { kind: "undo"; reportId: string }
);

/** The same about money. `handOverId` null: the courier speaks of a new one. */
export type MoneyDraft =
  | { kind: "hand_over"; handOverId: string | null; minor: number; currency: string }
  | { kind: "countersign"; settlementId: string; sha256: string }
  | { kind: "dispute"; settlementId: string; sha256: string; words: string };

/** What the phone's own program does for the pages: the same object as long as the page is open, what it says changes. */
export type Phone = {
  /** `listener` is told whenever something on the phone has changed; what comes back ends that. */
  subscribe(this: void, listener: () => void): () => void;
  /** To a page of ours, without asking the server. */
  go(path: string): void;
  lights(deliveryId: string): Lights | null;
  /** Written down on the phone when it returns; sending goes on by itself. */
  record(draft: Draft | MoneyDraft): Promise<void>;
  /** The same of the courier's own shift; `shiftId`: null: a new one begins. */
  tellShift(told: { kind: ShiftKind; shiftId: string | null; sharesPosition: boolean }): Promise<void>;
  /** Made smaller, looked at, hashed and chained. */
  take(file: File, deliveryId: string): Promise<Taken>;
  /** A signature, hashed and chained like a photo; its shot goes with the report that names it. */
  sign(signed: { blob: Blob; width: number; height: number }, deliveryId: string): Promise<Taken>;
  /** Photos of a delivery that were taken and that no report took along yet: also before the page was closed. */
  drafts(deliveryId: string): Taken[];
  /** The shot is not kept; its place in the chain is. */
  drop(shotId: string): Promise<void>;
  /** A form that only the server can answer; null: done, and the day is read anew. */
  post(form: FormData): Promise<Problem | null>;
  /** What a code in the camera's picture says; null: there is none. */
  readCode(this: void, video: HTMLVideoElement): Promise<string | null>;
  /** Which of a delivery's parcels were scanned since it was last reported of, the lowest number first. */
  scanned(this: void, deliveryId: string, where: ScanPlace): number[];
  /** Kept on the phone when it returns; the same parcel twice is once. */
  noteScan(scan: { deliveryId: string; number: number; where: ScanPlace }): Promise<void>;
  /** What is on the courier's list, and what another has delivered of it. */
  stops(): Pick<Day, "pending" | "done" | "others">;
  /** The map's own script. Rejects where it can't be had. */
  openMap(this: void): Promise<OpenMap>;
  /** By what the courier had the way shown last; null: never yet. */
  readonly navigation: Navigation | null;
  /** They take this one: remembered. */
  takeWay(way: Navigation): void;
  /** false: this phone opens no `geo:` links. */
  opensGeo: boolean;
  /** Asks the server for the day anew. */
  refresh(): void;
  /** Loads a newer version of the program; null: there is none, or something is under way. */
  readonly update: (() => void) | null;
  readonly sync: Sync;
  readonly warnings: Warning[];
};

/** null: a page as the server wrote it, which no script has taken over (yet). */
export const PhoneContext = createContext<Phone | null>(null);
/** The phone's memory can't be opened: pages stay as the server writes them, and say so. */
export const ShutContext = createContext(false);
export const usePhoneProgram = (): Phone | null => useContext(PhoneContext);

/**
 * Something the phone says, for a part of a page that is not rendered anew with it: only when this very thing has changed. It must be plain data. null:
 * there is no program.
 */
export function usePhoneSays<T>(read: (phone: Phone) => T): T | null {
  const phone = usePhoneProgram();
  const now = () => JSON.stringify(phone && read(phone));
  const said = useSyncExternalStore(phone?.subscribe ?? neverTold, now, now);
  return useMemo(() => JSON.parse(said) as T | null, [said]);
}
const neverTold = () => () => undefined;

import type { Batch, Receipts } from "~/domain/phone-event/event";
import { PROBLEM_HEADER, readProblem } from "../problem";
import type { Day } from "../protocol";

/** What keeps the phone from its server. `offline`: try again soon; `session_ended`: the courier's link is needed; `refused`: it heard us and won't, by `code`. */
export type Trouble = { kind: "offline" } | { kind: "session_ended" } | { kind: "refused"; status: number; code: string };
export type Answer<T> = { kind: "ok"; value: T } | Trouble;
export type Progress = { kind: "offset"; offset: number } | { kind: "unknown" } | { kind: "spoilt" } | Trouble;

export type Fetched = { day: Day; etag: string | null; serverAt: string } | { day: null; serverAt: string | null };

const OFFLINE = { kind: "offline" } as const;
/** A word must come soon; a piece of a photo may take its time on a slow network. */
const WORD_MS = 10_000;
const PIECE_MS = 30_000;

/** The courier's server, for one shop. Nothing here throws for what a network or a server may do. */
export class Wire {
  readonly #home: string;
  readonly #signal: () => AbortSignal | null;
  /** `home`: `/courier/<shop>`. `signal`: aborts what is under way when the network has changed. */
  constructor(home: string, signal: () => AbortSignal | null) {
    this.#home = home;
    this.#signal = signal;
  }

  async sendEvents(batch: Batch): Promise<Answer<Receipts>> {
    const body = JSON.stringify(batch);
    const response = await this.#ask("/events", { method: "POST", body, headers: { "Content-Type": "application/json" } }, WORD_MS);
    return response ? jsonOf<Receipts>(response) : OFFLINE;
  }

  /** The day; null: it is still the one with this `etag`. `serverAt`: the server's time all the same; null: it did not say. */
  async fetchDay(etag: string | null): Promise<Answer<Fetched>> {
    const response = await this.#ask("/data", { headers: etag ? { "If-None-Match": etag } : {} }, WORD_MS);
    if (!response) return OFFLINE;
    if (response.status === 304) return { kind: "ok", value: { day: null, serverAt: response.headers.get("X-Server-At") } };
    const answer = await jsonOf<Day>(response);
    if (answer.kind !== "ok") return answer;
    const day = answer.value;
    return { kind: "ok", value: { day, etag: response.headers.get("ETag"), serverAt: day.serverAt } };
  }

  /** How much of a photo the server has. */
  async photoOffset(id: string): Promise<Progress> {
    return progressOf(await this.#ask(`/photos/${id}`, { method: "HEAD" }, WORD_MS));
  }

  async sendPiece(id: string, piece: Blob, offset: number): Promise<Progress> {
    const headers = { "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" };
    return progressOf(await this.#ask(`/photos/${id}`, { method: "PUT", body: piece, headers }, PIECE_MS));
  }

  /** null: nobody of ours answered. */
  async #ask(path: string, init: RequestInit, patienceMs: number): Promise<Response | null> {
    const ending = new AbortController();
    const end = () => ending.abort();
    const patience = setTimeout(end, patienceMs);
    const changed = this.#signal();
    changed?.addEventListener("abort", end);
    try {
      const options = { cache: "no-store", credentials: "same-origin", redirect: "manual" } as const;
      return await fetch(this.#home + path, { ...init, ...options, signal: ending.signal });
    } catch (error) {
      // TypeError: no network; DOMException: our patience ended, or the network has changed.
      if (error instanceof TypeError || error instanceof DOMException) return null;
      throw error;
    } finally {
      clearTimeout(patience);
      changed?.removeEventListener("abort", end);
    }
  }
}

function troubleOf(response: Response): Trouble {
  const code = readProblem(response.headers.get(PROBLEM_HEADER))?.code ?? "unknown";
  if (response.status === 401 || code === "session_missing" || code === "link_ended") return { kind: "session_ended" };
  // A server in distress, a gateway, a page of somebody else's network in between: none of them has judged what we said.
  const isJudged = response.status >= 400 && response.status < 500 && response.status !== 429 && code !== "unknown";
  return isJudged ? { kind: "refused", status: response.status, code } : OFFLINE;
}

async function jsonOf<T>(response: Response): Promise<Answer<T>> {
  if (!response.ok) return troubleOf(response);
  try {
    return { kind: "ok", value: (await response.json()) as T };
  } catch (error) {
    // Cut off in the middle, or a foreign network's page.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return OFFLINE;
    throw error;
  }
}

function progressOf(response: Response | null): Progress {
  if (!response) return OFFLINE;
  const told = response.headers.get("Upload-Offset");
  if ((response.ok || response.status === 409) && told !== null && /^\d+$/.test(told)) return { kind: "offset", offset: Number(told) };
  const trouble = troubleOf(response);
  if (trouble.kind !== "refused") return trouble;
  if (trouble.code === "photo_unknown") return { kind: "unknown" };
  return trouble.code === "photo_hash" ? { kind: "spoilt" } : trouble;
}

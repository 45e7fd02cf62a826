import type { Processed } from "../keep-shot";
import type { Question, Reply } from "./photo-worker";
import { processPhoto, untouched, type Asked } from "./process-photo";

type Waiting = { asked: Asked; done: (processed: Processed) => void; failed: (error: unknown) => void };

/** Many times what a slow phone takes: a worker that says nothing for so long has been ended by the browser, or its file never came. */
const SILENCE_MS = 8_000;

/** Photos are worked on beside the page; in the page where a browser can't draw in a worker. */
export class Darkroom {
  #worker: Worker | null = null;
  #canWork = typeof Worker === "function" && typeof OffscreenCanvas === "function";
  #number = 0;
  readonly #waiting = new Map<number, Waiting>();
  constructor(readonly workerUrl: string) {}

  process(asked: Asked): Promise<Processed> {
    if (!this.#canWork) return inPage(asked);
    return new Promise((done, failed) => {
      const number = ++this.#number;
      const silence = setTimeout(() => this.#giveUp(), SILENCE_MS);
      const told =
        <T>(tell: (what: T) => void) =>
        (what: T) => {
          clearTimeout(silence);
          tell(what);
        };
      this.#waiting.set(number, { asked, done: told(done), failed: told(failed) });
      this.#open().postMessage({ ...asked, number } satisfies Question);
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.workerUrl);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#answer(data);
    worker.onerror = () => this.#giveUp();
    return (this.#worker = worker);
  }

  #answer(reply: Reply): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (!waiting) return;
    if ("processed" in reply) waiting.done(reply.processed);
    else inPage(waiting.asked).then(waiting.done, waiting.failed);
  }

  /** The worker itself can't run, or no more: what it was asked is done here, and all that follows. */
  #giveUp(): void {
    this.#canWork = false;
    this.#worker?.terminate();
    for (const { asked, done, failed } of this.#waiting.values()) inPage(asked).then(done, failed);
    this.#waiting.clear();
  }
}

/** What can't be drawn here either (no memory for it) goes as the camera made it: a large photo is better than none. */
const inPage = (asked: Asked): Promise<Processed> => processPhoto(asked).catch(() => untouched(asked.file));

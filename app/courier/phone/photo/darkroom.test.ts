import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Darkroom } from "./darkroom";

/** A browser's worker as its page sees it. */
class FakeWorker {
  static opened: FakeWorker[] = [];
  onmessage: ((said: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly asked: { number: number }[] = [];
  isEnded = false;
  constructor() {
    FakeWorker.opened.push(this);
  }
  postMessage = (question: { number: number }) => void this.asked.push(question);
  terminate = () => void (this.isEnded = true);
}

beforeEach(() => {
  FakeWorker.opened = [];
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("OffscreenCanvas", class {});
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const asked = () => ({ file: new Blob(["a photo"]), deliveryId: "d1", looks: [] });

test("what the worker made of a photo is what comes back", async () => {
  const processing = new Darkroom("photo.js").process(asked());
  const [worker] = FakeWorker.opened;
  const processed = { width: 1600 };
  worker!.onmessage!({ data: { number: worker!.asked[0]!.number, processed } });
  expect(await processing).toBe(processed);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(worker!.isEnded).toBe(false);
});

test("of a worker that says nothing the page takes the photo back, and does the next itself", async () => {
  const darkroom = new Darkroom("photo.js");
  const processing = darkroom.process(asked());
  await vi.advanceTimersByTimeAsync(8_000);
  // Nothing can be drawn here: it goes as the camera made it.
  expect(await processing).toMatchObject({ width: 1, dHash: null });
  expect(FakeWorker.opened[0]!.isEnded).toBe(true);
  expect(await darkroom.process(asked())).toMatchObject({ width: 1 });
  expect(FakeWorker.opened).toHaveLength(1);
});

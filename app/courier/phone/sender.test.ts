import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sender, type SyncState } from "./sender";
import type { Ended } from "./sync";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aSender(ends: Ended[], hasUnsent = true) {
  const runs: boolean[] = [];
  const told: SyncState[] = [];
  const run = async (refresh: boolean) => {
    runs.push(refresh);
    return ends.shift() ?? "idle";
  };
  return { sender: new Sender({ run, hasUnsent: async () => hasUnsent, tell: (state) => void told.push(state) }), runs, told };
}

test("while something is unsent and nobody is reached, it tries after 2, 4, 8 and 8 seconds", async () => {
  const { sender, runs, told } = aSender(["offline", "offline", "offline", "offline", "idle"]);
  sender.wake();
  await vi.advanceTimersByTimeAsync(1_999);
  expect([runs.length, told.at(-1)]).toEqual([1, "offline"]);
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return runs.length;
  };
  expect([await after(1), await after(4_000), await after(8_000), await after(8_000), await after(60_000)]).toEqual([2, 3, 4, 5, 5]);
  expect(told.at(-1)).toBe("idle");
});

test("with nothing to send it does not try again by itself", async () => {
  const { sender, runs } = aSender(["offline"], false);
  sender.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toEqual([false]);
});

test("the signal's return starts at once, and the waiting begins anew", async () => {
  const { sender, runs } = aSender(["offline", "offline", "offline", "offline"]);
  sender.wake();
  await vi.advanceTimersByTimeAsync(6_000);
  sender.wake({ refresh: true, isFresh: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toEqual([false, false, false, true]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runs.length).toBe(5);
});

test("what the server is working out is asked for again, with the day", async () => {
  const { sender, runs } = aSender(["waiting", "waiting", "idle"]);
  sender.wake();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toEqual([false, true, true]);
});

test("what happens during a run is taken up after it, in one more", async () => {
  const { sender, runs } = aSender([]);
  sender.wake();
  sender.wake();
  sender.wake({ refresh: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toEqual([false, true]);
});

test("an ended session is told, and not tried again until somebody comes", async () => {
  const { sender, runs, told } = aSender(["needs_link"]);
  sender.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([runs.length, told.at(-1)]).toEqual([1, "needs_link"]);
});

test("where there is no room to write down the answer, it is asked for again, and nobody is said to be out of signal", async () => {
  const told: SyncState[] = [];
  let runs = 0;
  const run = async (): Promise<Ended> => {
    if (++runs === 1) throw new DOMException("full", "QuotaExceededError");
    return "idle";
  };
  new Sender({ run, hasUnsent: async () => true, tell: (one) => void told.push(one) }).wake();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([runs, told]).toEqual([2, ["syncing", "idle", "syncing", "idle"]]);
});

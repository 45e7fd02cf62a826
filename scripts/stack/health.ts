import { setTimeout as pause } from "node:timers/promises";
import { Explained } from "../progress.mjs";
import type { StackProcess } from "./process.ts";

export type Health = {
  url: string;
  process: StackProcess;
  healthy?: (status: number) => boolean;
  withinSeconds?: number;
  signal?: AbortSignal;
};

async function ask(url: string): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const { cause, message } = error as Error;
    return { status: 0, text: cause instanceof Error ? cause.message : message };
  }
}

/** Asks until the answer is healthy; gives up at once when the process ends, else after the time, with what was seen last. */
export async function untilHealthy({
  url,
  process,
  healthy = (status) => status === 200,
  withinSeconds = 120,
  signal,
}: Health): Promise<void> {
  const deadline = Date.now() + withinSeconds * 1000;
  for (;;) {
    signal?.throwIfAborted();
    const { status, text } = await ask(url);
    if (healthy(status)) return;
    const log = () => `\n${process.lastWords}\n\n(whole log: ${process.logFile})`;
    if (!process.alive) throw new Explained(`The ${process.name} process ended while starting:${log()}`);
    if (Date.now() > deadline) {
      throw new Explained(
        `The ${process.name} process is not well after ${withinSeconds} s; ${url} answers ${status || "nothing"}: ${text.slice(0, 500)}${log()}`,
      );
    }
    await pause(100);
  }
}

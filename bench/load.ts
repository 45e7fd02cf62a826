import { performance } from "node:perf_hooks";

export type Latencies = { p50: number; p95: number; p99: number; max: number; count: number; failures: number };

export function percentiles(milliseconds: number[], failures = 0): Latencies {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? Number.NaN, count: sorted.length, failures };
}

/** Open loop: a request every 1/rate seconds whether or not earlier ones have been answered, as the world sends them. */
export async function atRate({
  perSecond,
  seconds,
  request,
}: {
  perSecond: number;
  seconds: number;
  request: (n: number) => Promise<boolean>;
}): Promise<Latencies> {
  const times: number[] = [];
  let failures = 0;
  const open: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const sent = performance.now();
    open.push(
      request(n).then(
        (ok) => void (ok ? times.push(performance.now() - sent) : failures++),
        () => void failures++,
      ),
    );
  }
  await Promise.all(open);
  return percentiles(times, failures);
}

/** One after another: what a single call costs on this machine now. */
export async function oneByOne(count: number, call: (n: number) => Promise<unknown>): Promise<Latencies> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const sent = performance.now();
    await call(n);
    times.push(performance.now() - sent);
  }
  return percentiles(times);
}

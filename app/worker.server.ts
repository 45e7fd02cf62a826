import { ports, queue } from "~/composition.server";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { JobName } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import { CATALOG, SCHEDULES } from "~/workflows/catalog";

/** Takes jobs until stopped. Any number of workers may run; a job lost with its worker is taken over by another. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const open = await queue(true);
  for (const name of Object.keys(CATALOG) as JobName[])
    await open.work(name, CATALOG[name].policy, (data, attempt) => runJob(name, data, attempt));
  for (const [name, cron] of Object.entries(SCHEDULES)) await open.schedule(name as JobName, cron);
  ports.log.info("worker.started");
  return { stop: () => open.stop() };
}

type AnyEntry = { schema: { parse(data: unknown): unknown }; run(ports: Ports, data: unknown): Promise<void> };

/** The world's failures are thrown back to the queue, which tries again; a person's are logged as done: the workflow has stored what to do. */
async function runJob(name: JobName, data: unknown, attempt: number): Promise<void> {
  const { schema, run } = CATALOG[name] as unknown as AnyEntry;
  try {
    await run(ports, schema.parse(data ?? {}));
  } catch (error) {
    if (error instanceof PermanentFailure) return ports.log.warn("job.needs_a_person", { job: name, code: error.code, data });
    ports.log[error instanceof TransientFailure ? "warn" : "error"]("job.failed", {
      job: name,
      attempt,
      data,
      error: String(error),
      stack: error instanceof TransientFailure ? undefined : (error as Error).stack,
    });
    throw error;
  }
}

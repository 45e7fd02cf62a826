import { PgBoss } from "pg-boss";
import type { JobName, JobOptions } from "~/ports/jobs";
import type { Log } from "~/ports/ports";

type Database = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** How a job is run and tried again; the numbers live in workflows/catalog.ts. */
export type JobPolicy = {
  retryLimit: number;
  retryDelaySeconds: number;
  retryDelayMaxSeconds: number;
  expireInSeconds: number;
  concurrency: number;
  /** Of one shop no more at once in this process. */
  concurrencyPerShop?: number;
};

/** A job whose worker died is run again, whole, when its heart has stopped for this long. */
const HEARTBEAT_SECONDS = 10;
const POLL_SECONDS = 5;
/** How often somebody looks for stopped hearts. pg-boss's own minute would come on top of the ten seconds. */
const SUPERVISE_SECONDS = 5;

const FORGET_WAITING = `DELETE FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry') AND data = $2::jsonb`;
const FORGET_LATER = `DELETE FROM pgboss.job WHERE name = $1 AND state = 'created' AND data = $2::jsonb AND start_after > now() + $3 * interval '1 second'`;
const FIND_SOONER = `SELECT 1 FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry') AND data = $2::jsonb LIMIT 1`;
const NEXT_TRY = `SELECT GREATEST(0, extract(epoch FROM min(start_after) - now()))::float AS seconds FROM pgboss.job
  WHERE name = $1 AND state = 'retry' AND data->>'shopId' = $2`;

export type Queue = Awaited<ReturnType<typeof openQueue>>;

/** The queue in our own PostgreSQL: enqueueing joins the caller's transaction, LISTEN/NOTIFY wakes workers at once. */
export async function openQueue({ connectionString, log, works }: { connectionString: string; log: Log; works: boolean }) {
  const boss = new PgBoss({
    connectionString,
    max: works ? 12 : 3,
    useListenNotify: works,
    supervise: works,
    schedule: works,
    application_name: works ? "bim-worker" : "bim-web",
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  // Not always an Error: pg-boss adds the worker's name by copying.
  boss.on("error", ({ message }) => log.warn("queue.trouble", { error: message }));
  await boss.start();
  /** Jobs of which a shop has no more than its share at once. */
  const shared = new Set<string>();
  const groupOf = (name: string, data: object) =>
    shared.has(name) && "shopId" in data && typeof data.shopId === "string" ? { group: { id: data.shopId } } : {};
  return {
    /** Makes or updates the queues; every process does it at its start. */
    async declare(policies: Record<string, JobPolicy>) {
      for (const [name, policy] of Object.entries(policies)) {
        if (policy.concurrencyPerShop) shared.add(name);
        const options = {
          retryLimit: policy.retryLimit,
          retryDelay: policy.retryDelaySeconds,
          retryBackoff: true,
          retryDelayMax: policy.retryDelayMaxSeconds,
          expireInSeconds: policy.expireInSeconds,
          heartbeatSeconds: HEARTBEAT_SECONDS,
          notify: true,
          deleteAfterSeconds: 86_400,
        };
        if (await boss.getQueue(name)) await boss.updateQueue(name, options);
        else await boss.createQueue(name, options);
      }
    },
    async send(name: JobName, data: object, { startAfterSeconds = 0, anew, unlessSooner }: JobOptions, db?: Database) {
      const [sql, same] = [db ?? boss.getDb(), [name, JSON.stringify(data)]];
      if (anew) await sql.executeSql(FORGET_WAITING, same);
      if (unlessSooner) {
        await sql.executeSql(FORGET_LATER, [...same, startAfterSeconds]);
        if ((await sql.executeSql(FIND_SOONER, same)).rows.length > 0) return;
      }
      const when = startAfterSeconds ? { startAfter: startAfterSeconds } : {};
      await boss.send(name, data, { ...when, ...groupOf(name, data), ...(db ? { db } : {}) });
    },
    /** The same job for many, by one statement; no transaction. */
    async sendAll(name: JobName, all: object[]) {
      await boss.insert(
        name,
        all.map((data) => ({ data, ...groupOf(name, data) })),
      );
    },
    /** A shop's jobs that wait, run or are to be tried again. */
    async openJobs(name: JobName, shopId: string): Promise<object[]> {
      const sql = `SELECT data FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active') AND data->>'shopId' = $2`;
      const { rows } = (await boss.getDb().executeSql(sql, [name, shopId])) as { rows: { data: object }[] };
      return rows.map(({ data }) => data);
    },
    async secondsToNextTry(name: JobName, shopId: string): Promise<number | null> {
      const { rows } = (await boss.getDb().executeSql(NEXT_TRY, [name, shopId])) as { rows: { seconds: number | null }[] };
      return rows[0]?.seconds ?? null;
    },
    /** So many workers, each taking the next job as soon as it has done one: a notice that came while it was busy stands for any number of jobs. */
    async work(
      name: JobName,
      { concurrency, concurrencyPerShop }: Pick<JobPolicy, "concurrency" | "concurrencyPerShop">,
      run: (data: unknown, attempt: number) => Promise<void>,
    ) {
      const perShop = concurrencyPerShop ? { localGroupConcurrency: concurrencyPerShop } : {};
      const polls = { pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS };
      for (let n = 0; n < concurrency; n++) {
        const id: string = await boss.work(name, { batchSize: 1, ...polls, ...perShop, includeMetadata: true }, async ([job]) => {
          boss.notifyWorker(id);
          if (job) await run(job.data, job.retryCount);
        });
      }
    },
    async schedule(name: JobName, cron: string) {
      await boss.schedule(name, cron);
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface Journal<Entry> {
  /** What was written before, the oldest first. */
  entries: Entry[];
  append(entry: Entry): void;
  clear(): void;
}

/**
 * Remembers entries in a file of JSON lines, so that a sandbox that is killed and started again knows what it had accepted.
 * Without a path nothing is kept. A last line cut short by a kill was never acknowledged: it is dropped.
 */
export function openJournal<Entry>(path: string | undefined): Journal<Entry> {
  if (path === undefined) return { entries: [], append: () => undefined, clear: () => undefined };
  mkdirSync(dirname(path), { recursive: true });
  const written = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const complete = written.subarray(0, written.lastIndexOf("\n") + 1);
  if (complete.length < written.length) truncateSync(path, complete.length);
  const lines = complete.toString("utf8").split("\n").filter(Boolean);
  return {
    entries: lines.map((line) => JSON.parse(line) as Entry),
    append: (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`),
    clear: () => writeFileSync(path, ""),
  };
}

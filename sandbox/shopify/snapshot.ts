import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";

/** Between two writings: all of a shop is written each time, and one order changes it some twenty times. */
const REST_MS = 250;

/** The latest value, kept as one JSON file that is always whole: written beside, then renamed. A quarter of a second behind. */
export interface Snapshot<T> {
  saved: T | null;
  keep(value: T): void;
  /** Resolves when the last value kept is on disk. */
  flush(): Promise<void>;
}

export function openSnapshot<T>(folder: string | undefined, name: string): Snapshot<T> {
  if (folder === undefined) return { saved: null, keep: () => undefined, flush: () => Promise.resolve() };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  let latest: { value: T } | null = null;
  let writing: Promise<void> | null = null;
  let haste = new AbortController();

  async function write(): Promise<void> {
    while (latest) {
      const text = JSON.stringify(latest.value);
      latest = null;
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
      await rest(REST_MS, undefined, { signal: haste.signal }).catch(() => (haste = new AbortController()));
    }
    writing = null;
  }
  return {
    saved: existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : null,
    keep(value) {
      latest = { value };
      writing ??= write();
    },
    flush() {
      if (!writing) return Promise.resolve();
      haste.abort();
      return writing;
    },
  };
}

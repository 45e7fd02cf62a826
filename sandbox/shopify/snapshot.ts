import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The latest value, kept as one JSON file that is always whole: written beside, then renamed. */
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

  async function write(): Promise<void> {
    while (latest) {
      const text = JSON.stringify(latest.value);
      latest = null;
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    }
    writing = null;
  }
  return {
    saved: existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : null,
    keep(value) {
      latest = { value };
      writing ??= write();
    },
    flush: () => writing ?? Promise.resolve(),
  };
}

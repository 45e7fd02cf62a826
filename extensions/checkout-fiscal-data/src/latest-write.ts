export type WriteState = "idle" | "saving" | "saved" | "failed";
type Write = (value: string | null) => Promise<boolean>;

/**
 * Brings a remote value to the latest wish, one write at a time: wishes made during a write replace each other, and
 * the last one is always written. So neither a slow answer nor fast typing can leave an older value behind.
 */
export function latestWrite(write: Write, stored: string | null, tell: (state: WriteState) => void) {
  let wanted = stored;
  let known: string | null | undefined = stored; // undefined: a write failed, the remote value may be either
  let busy = false;

  async function settle(): Promise<void> {
    if (busy) return;
    busy = true;
    while (wanted !== known) {
      tell("saving");
      const value = wanted;
      const written = await attempt(write, value);
      known = written ? value : undefined;
      if (!written && wanted === value) break;
    }
    busy = false;
    tell(known === undefined ? "failed" : known === null ? "idle" : "saved");
  }

  return {
    want(value: string | null): void {
      wanted = value;
      void settle();
    },
    retry: (): void => void settle(),
  };
}

// A promise that rejects is a write that failed: the buyer is told the same way.
const attempt = (write: Write, value: string | null): Promise<boolean> => write(value).catch(() => false);

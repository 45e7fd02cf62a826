import { openJournal } from "../journal.ts";

/** How far the clock stands from real time, and which change that is. */
interface Change {
  revision: number;
  offsetMs: number;
}
/** What a process is told; it acknowledges under the name given here. */
export interface Told extends Change {
  follower: string;
}
export interface Clock {
  now(): Date;
  realNow(): Date;
  /** Moves the clock; resolves when every follower has acknowledged, with the names of those that have not within the time. */
  moveTo(offsetMs: number): Promise<string[]>;
  /** Tells a process the present change at once, and each later one, until it leaves by the function returned. */
  follow(name: string, tell: (told: Told) => void): () => void;
  /** False: there is no such follower. */
  acknowledge(id: string, revision: number): boolean;
  followers(): string[];
}

interface Following {
  name: string;
  tell(change: Change): void;
  acknowledged: number;
}

/** A clock that runs like the real one, moved by an offset that other processes follow; with a journal it survives a restart. */
export function createClock(options: { realNow: () => Date; journal?: string | undefined; withinMs?: number }): Clock {
  const { realNow, withinMs = 10_000 } = options;
  const journal = openJournal<{ offsetMs: number }>(options.journal);
  const following = new Map<string, Following>();
  const waiting = new Set<() => void>();
  let present: Change = { revision: 1, offsetMs: journal.entries.at(-1)?.offsetMs ?? 0 };
  let joined = 0;
  const wake = () => waiting.forEach((check) => check());

  const silentAt = (revision: number): string[] =>
    [...following.values()].filter(({ acknowledged }) => acknowledged < revision).map(({ name }) => name);

  function untilAcknowledged(revision: number): Promise<string[]> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(limit);
        waiting.delete(check);
        resolve(silentAt(revision));
      };
      const check = () => void (silentAt(revision).length === 0 && end());
      const limit = setTimeout(end, withinMs);
      waiting.add(check);
      check();
    });
  }

  return {
    now: () => new Date(realNow().getTime() + present.offsetMs),
    realNow,
    moveTo(offsetMs) {
      present = { revision: present.revision + 1, offsetMs };
      journal.append({ offsetMs });
      for (const { tell } of following.values()) tell(present);
      return untilAcknowledged(present.revision);
    },
    follow(name, tell) {
      const id = String(++joined);
      const follower: Following = { name, acknowledged: 0, tell: (change) => tell({ ...change, follower: id }) };
      following.set(id, follower);
      follower.tell(present);
      return () => void (following.delete(id) && wake());
    },
    acknowledge(id, revision) {
      const follower = following.get(id);
      if (!follower) return false;
      follower.acknowledged = Math.max(follower.acknowledged, revision);
      wake();
      return true;
    },
    followers: () => [...following.values()].map(({ name }) => name),
  };
}

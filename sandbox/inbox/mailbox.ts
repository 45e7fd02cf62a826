import { openJournal } from "../journal";
import { openMail, type Mail, type OpenedMail, type Received } from "./mail";

export interface Mailbox {
  /** Reads what the journal kept; to be awaited before mail is taken. */
  load(): Promise<void>;
  /** Keeps the mail before it is acknowledged, a repeated one too. */
  put(mail: Omit<Received, "id">): Promise<void>;
  /** The newest first. */
  mails(): Mail[];
  open(id: string): OpenedMail | undefined;
  raw(id: string): Buffer | undefined;
  clear(): void;
}

export function createMailbox(journalPath: string | undefined): Mailbox {
  const journal = openJournal<Received>(journalPath);
  const kept = new Map<string, { received: Received; mail: OpenedMail }>();
  const seen = new Set<string>();
  let lastId = 0;
  let turn = Promise.resolve();

  async function keep(received: Received): Promise<void> {
    lastId = Math.max(lastId, Number(received.id));
    const mail = await openMail(received, seen);
    seen.add(mail.messageId);
    kept.set(received.id, { received, mail });
  }

  return {
    async load() {
      for (const received of journal.entries) await keep(received);
    },
    put(mail) {
      // One after the other, so that of two equal mails exactly one is the first.
      const mine = turn.then(() => {
        const received: Received = { id: String(lastId + 1), ...mail };
        journal.append(received);
        return keep(received);
      });
      const over = (): void => undefined;
      turn = mine.then(over, over); // whoever sent this one is told of its failure; the next has its own turn
      return mine;
    },
    mails: () => [...kept.values()].reverse().map(({ mail: { contents: _, ...mail } }) => mail),
    open: (id) => kept.get(id)?.mail,
    raw: (id) => {
      const received = kept.get(id)?.received;
      return received && Buffer.from(received.raw, "base64");
    },
    clear() {
      journal.clear();
      kept.clear();
      seen.clear();
    },
  };
}

import { openJournal } from "../../journal";
import type { Message } from "./messages";

export interface Registered {
  accessKey: string;
  state: "AUTORIZADO" | "NO AUTORIZADO";
  /** 001-001-000000001 */
  number: string;
  /** ISO 8601, UTC */
  registeredAt: string;
  total: string;
  messages: Message[];
  xml: string;
}

export interface Register {
  documents(): Registered[];
  document(accessKey: string): Registered | undefined;
  /** The key under which this key's number is already used; a document that was not authorised leaves its number free. */
  holderOfNumber(accessKey: string): string | undefined;
  put(document: Registered): void;
  clear(): void;
}

/** What the authority has on file; with a journal it is still there after the process was killed. */
export function createRegister(journalPath: string | undefined): Register {
  const journal = openJournal<Registered>(journalPath);
  const byKey = new Map<string, Registered>();
  const keyByNumber = new Map<string, string>();

  function remember(document: Registered): void {
    byKey.set(document.accessKey, document);
    const number = numberOf(document.accessKey);
    if (document.state === "AUTORIZADO") keyByNumber.set(number, document.accessKey);
    else if (keyByNumber.get(number) === document.accessKey) keyByNumber.delete(number);
  }

  journal.entries.forEach(remember);
  return {
    documents: () => [...byKey.values()],
    document: (accessKey) => byKey.get(accessKey),
    holderOfNumber: (accessKey) => keyByNumber.get(numberOf(accessKey)),
    put(document) {
      journal.append(document);
      remember(document);
    },
    clear() {
      journal.clear();
      byKey.clear();
      keyByNumber.clear();
    },
  };
}

/** Document type, issuer, environment, series and sequence number: digits 9 to 39 of the key. */
const numberOf = (accessKey: string): string => accessKey.slice(8, 39);

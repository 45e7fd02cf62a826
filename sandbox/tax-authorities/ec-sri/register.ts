import { openJournal } from "../../journal";
import type { Message } from "./messages";

export interface Registered {
  accessKey: string;
  state: "AUTORIZADO" | "NO AUTORIZADO" | "ANULADO";
  /** 001-001-000000001 */
  number: string;
  /** ISO 8601, UTC */
  registeredAt: string;
  /** A dispatch guide has none. */
  total: string | null;
  /** Key of the invoice that this document credits. */
  modifies?: string;
  messages: Message[];
  xml: string;
}

export interface Register {
  documents(): Registered[];
  document(accessKey: string): Registered | undefined;
  /** The authorised document of a type, issuer, environment and number: digits 9 to 39 of its key. */
  holderOf(number: string): Registered | undefined;
  /** The authorised documents that credit an invoice. */
  creditsOf(accessKey: string): Registered[];
  put(document: Registered): void;
  /** Keeps what was sent under a key until it is taken: faults may be about it. */
  noteSent(xml: string): void;
  /** What was last sent under a key; the key alone when nothing was. */
  sentUnder(accessKey: string): string;
  clear(): void;
}

/** What the authority has on file; with a journal it is still there after the process was killed. */
export function createRegister(journalPath: string | undefined): Register {
  const journal = openJournal<Registered>(journalPath);
  const byKey = new Map<string, Registered>();
  const byNumber = new Map<string, Registered>();
  const creditsByInvoice = new Map<string, Set<string>>();
  const sent = new Map<string, string>();

  function remember(document: Registered): void {
    const { accessKey, state, modifies } = document;
    byKey.set(accessKey, document);
    sent.delete(accessKey);
    const number = numberOf(accessKey);
    // A document that was not authorised leaves its number free; an annulled one keeps it.
    if (state !== "NO AUTORIZADO") byNumber.set(number, document);
    else if (byNumber.get(number)?.accessKey === accessKey) byNumber.delete(number);
    if (modifies !== undefined) creditsByInvoice.set(modifies, (creditsByInvoice.get(modifies) ?? new Set()).add(accessKey));
  }

  journal.entries.forEach(remember);
  return {
    documents: () => [...byKey.values()],
    document: (accessKey) => byKey.get(accessKey),
    holderOf: (number) => byNumber.get(number),
    creditsOf: (accessKey) =>
      [...(creditsByInvoice.get(accessKey) ?? [])]
        .flatMap((key) => byKey.get(key) ?? [])
        .filter(({ state, modifies }) => state === "AUTORIZADO" && modifies === accessKey),
    put(document) {
      journal.append(document);
      remember(document);
    },
    noteSent: (xml) => void sent.set(/<claveAcceso>(\d{49})</.exec(xml)?.[1] ?? "", xml),
    sentUnder: (accessKey) => `${accessKey} ${byKey.get(accessKey)?.xml ?? sent.get(accessKey) ?? ""}`,
    clear() {
      journal.clear();
      byKey.clear();
      byNumber.clear();
      creditsByInvoice.clear();
      sent.clear();
    },
  };
}

/** Document type, issuer, environment, series and sequence number. */
export const numberOf = (accessKey: string): string => accessKey.slice(8, 39);

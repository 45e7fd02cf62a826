import type { CountryPack } from "~/countries/pack";
import type { DocumentState, DocumentType } from "~/domain/document/document";
import { operationAt } from "~/domain/document/operation";

type Unfinished = { kind: DocumentType; state: DocumentState; issueDate: string | null; createdAt: Date; deliveredAt: Date | null };

const UNFINISHED: DocumentState[] = ["waiting_for_data", "numbered", "signed", "sent", "answer_unknown", "rejected"];

/** By when an unfinished document has to be with the authority, by the fiscal days of a zone. Null for what is settled. */
export function legalDeadline({ deadline }: Pick<CountryPack, "deadline">, document: Unfinished, timeZone: string): string | null {
  if (!UNFINISHED.includes(document.state)) return null;
  const { kind, issueDate } = document;
  // The delivery is what an invoice is about: a credit note and a guide are about what opened them.
  const about = kind === "invoice" ? operationAt(document) : document.createdAt;
  return deadline({ kind, issueDate, operationAt: about, timeZone }).toISOString();
}

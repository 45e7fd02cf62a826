import type { CountryPack } from "~/countries/pack";
import type { DocumentState } from "~/domain/document/document";
import { operationAt } from "~/domain/document/operation";
import { dateIn } from "~/domain/time/calendar";

type Unfinished = { state: DocumentState; issueDate: string | null; createdAt: Date; deliveredAt: Date | null };

const UNFINISHED: DocumentState[] = ["waiting_for_data", "numbered", "signed", "sent", "answer_unknown", "rejected"];

/** By when an unfinished document has to be with the authority: by its own day, or that of the delivery. Null for what is settled. */
export function legalDeadline({ deadline, timeZone }: Pick<CountryPack, "deadline" | "timeZone">, document: Unfinished): string | null {
  if (!UNFINISHED.includes(document.state)) return null;
  return deadline(document.issueDate ?? dateIn(operationAt(document), timeZone)).toISOString();
}

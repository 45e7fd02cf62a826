import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

/** What waits for the authority, and what comes next by itself. Instants are ISO strings. */
export type Contingency = {
  /** Since when it is silent; null while it answers others. */
  downSince: string | null;
  unreachable: number;
  inProcess: number;
  /** When it is tried again by itself; null: just now. */
  nextTryAt: string | null;
  /** The earliest legal deadline of what waits. */
  dueAt: string | null;
};

/**
 * Null when nothing waits for the authority. All of it follows from the stored documents and their jobs. What is signed bears a day, which is
 * its deadline whatever its kind; `timeZone` is that of the fiscal days.
 */
export async function contingency(
  { screens, store, clock, countries }: Pick<QueryPorts, "screens" | "store" | "clock" | "countries">,
  { shop, timeZone }: { shop: Shop; timeZone: string },
): Promise<Contingency | null> {
  const { unreachable, inProcess, since, issueDate, answersOthers } = await screens.unanswered(shop.id);
  if (unreachable + inProcess === 0) return null;
  const seconds = await store.of(shop.id).secondsToNextTry("issue-document");
  return {
    downSince: since && !answersOthers ? since.toISOString() : null,
    unreachable,
    inProcess,
    nextTryAt: seconds === null ? null : new Date(clock.now().getTime() + seconds * 1000).toISOString(),
    dueAt: issueDate && countries("EC").deadline({ kind: "invoice", issueDate, operationAt: clock.now(), timeZone }).toISOString(),
  };
}

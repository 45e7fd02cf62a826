import type { Problem } from "./problem";

/** What the phone's memory throws when it can't write: the browser's own errors. Anything else is a bug of ours. */
const isOfMemory = (error: unknown): error is Error =>
  error instanceof Error && (error instanceof DOMException || error.name === "ShotGone");

/** No room is left. Newer browsers have a class of its own for it, of the same name. */
export const isNoRoom = (error: unknown): boolean => isOfMemory(error) && error.name === "QuotaExceededError";

/**
 * What the courier said or took was not kept by the phone: that, and what to do, is told where they look, whatever the reason. A bug surfaces beside it.
 */
export function tellNotKept(error: unknown, tell: (problem: Problem) => void): void {
  tell({
    code: "not_kept",
    ...(isNoRoom(error) ? { why: "full" } : isOfMemory(error) && error.name === "ShotGone" ? { why: "photos" } : {}),
  });
  if (!isOfMemory(error)) throw error;
}

import type { QueryPorts } from "./ports";

const HOUR_MILLISECONDS = 60 * 60_000;

/** One to two hours from now, on the hour: a page that refreshes itself keeps the same links, and a photo is not loaded again and again. */
export const photoLinksUntil = ({ clock }: Pick<QueryPorts, "clock">): Date =>
  new Date((Math.floor(clock.now().getTime() / HOUR_MILLISECONDS) + 2) * HOUR_MILLISECONDS);

/** Twelve to twenty-four hours from now: a phone without signal keeps its links for as long as its day. */
export const photoLinksForADay = ({ clock }: Pick<QueryPorts, "clock">): Date =>
  new Date((Math.floor(clock.now().getTime() / (12 * HOUR_MILLISECONDS)) + 2) * 12 * HOUR_MILLISECONDS);

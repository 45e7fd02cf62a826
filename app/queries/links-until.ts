import type { QueryPorts } from "./ports";

const HOUR_MILLISECONDS = 60 * 60_000;

/** One to two hours from now, on the hour: a page that refreshes itself keeps the same links, and a photo is not loaded again and again. */
export const photoLinksUntil = ({ clock }: Pick<QueryPorts, "clock">): Date =>
  new Date((Math.floor(clock.now().getTime() / HOUR_MILLISECONDS) + 2) * HOUR_MILLISECONDS);

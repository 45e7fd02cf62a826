const TOLERANCE_MS = 5 * 60_000;

/**
 * When it happened: the phone's own time, which may be hours old when it was offline. A phone whose clock runs ahead of ours by more than
 * five minutes is not believed, nor one that reports an end more than five minutes before the start that we saw ourselves: then it is our
 * time. Within the five minutes a slow clock is set right to the start, so that nothing ends before it began.
 */
export function trueTime(phone: Date | null, received: Date, started: Date | null): Date {
  if (!phone || Number.isNaN(phone.getTime())) return received;
  const isAhead = phone.getTime() > received.getTime() + TOLERANCE_MS;
  const early = started === null ? 0 : started.getTime() - phone.getTime();
  if (isAhead || early > TOLERANCE_MS) return received;
  return started !== null && early > 0 ? started : phone;
}

/** The last moment of the server's own before which the courier can't have ended what they do: the start, else the assignment. */
export const begunAt = ({ startedAt, assignedAt }: { startedAt: Date | null; assignedAt: Date | null }): Date | null =>
  startedAt ?? assignedAt;

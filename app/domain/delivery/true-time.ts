const TOLERANCE_MS = 5 * 60_000;

/**
 * When it happened: the phone's own time, which may be hours old when it was offline. A phone whose clock runs ahead of ours
 * by more than five minutes is not believed, nor one that reports before the delivery was assigned: then it is our time.
 */
export function trueTime(phone: Date | null, received: Date, assigned: Date | null): Date {
  if (!phone || Number.isNaN(phone.getTime())) return received;
  const isAhead = phone.getTime() > received.getTime() + TOLERANCE_MS;
  const isTooOld = assigned !== null && phone.getTime() < assigned.getTime() - TOLERANCE_MS;
  return isAhead || isTooOld ? received : phone;
}

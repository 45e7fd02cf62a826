import type { Stamp } from "./event";

/** `by`: what was believed. `skewMs`: how far the phone's clock is ahead of ours; negative: behind; null: not known. `isDoubtful`: it was changed since we last heard of it. */
export type TrueTime = { at: Date; by: "monotonic" | "clock" | "arrival"; skewMs: number | null; isDoubtful: boolean };

/** Within this a phone's clock is right enough not to be spoken of. */
const TOLERANCE_MS = 2 * 60_000;

/**
 * When an event happened, in our time (docs/decisions/0021). The monotonic clock since we last spoke counts most; else the phone's clock,
 * set right by what it differed from ours then. Never before the last that the phone had seen of us (`notBefore`: nor before what we know to have
 * come first), never after its arrival.
 */
export function trueTimeOf(stamp: Stamp, { receivedAt, notBefore }: { receivedAt: Date; notBefore: Date | null }): TrueTime {
  const device = Date.parse(stamp.deviceAt);
  const server = stamp.serverAt === null ? null : Math.min(Date.parse(stamp.serverAt), receivedAt.getTime());
  const skew = server === null || stamp.deviceAtServer === null ? null : Date.parse(stamp.deviceAtServer) - server;
  const within = (at: number) =>
    new Date(Math.min(Math.max(at, server ?? -Infinity, notBefore?.getTime() ?? -Infinity), receivedAt.getTime()));
  if (server !== null && stamp.elapsedMs !== null) {
    const at = server + stamp.elapsedMs;
    const isDoubtful = at > receivedAt.getTime() + TOLERANCE_MS || Math.abs(device - at - (skew ?? device - at)) > TOLERANCE_MS;
    return { at: within(at), by: "monotonic", skewMs: device - at, isDoubtful };
  }
  const at = device - (skew ?? 0);
  const shown = within(at);
  const isDoubtful = Math.abs(shown.getTime() - at) > TOLERANCE_MS;
  return isDoubtful
    ? { at: shown, by: "arrival", skewMs: skew ?? device - receivedAt.getTime(), isDoubtful }
    : { at: shown, by: "clock", skewMs: skew, isDoubtful };
}

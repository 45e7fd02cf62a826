import type { TrueTime } from "./true-time";

/** What is told of a phone's clock. `saidAt`: the moment that it said (ISO); `ahead`, `behind`: by whole minutes, and set right. */
export type ClockNote = { kind: "changed"; saidAt: string } | { kind: "ahead" | "behind"; minutes: number };

/** Below this nobody is told of it. */
const LEAST_MS = 60_000;

/** What a person should know of the clock by which a report was told; null: nothing. */
export function clockNote({
  deviceAt,
  skewMs,
  isDoubtful,
}: Pick<TrueTime, "skewMs" | "isDoubtful"> & { deviceAt: Date }): ClockNote | null {
  if (isDoubtful) return { kind: "changed", saidAt: deviceAt.toISOString() };
  if (skewMs === null || Math.abs(skewMs) < LEAST_MS) return null;
  return { kind: skewMs > 0 ? "ahead" : "behind", minutes: Math.round(Math.abs(skewMs) / 60_000) };
}

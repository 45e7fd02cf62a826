import { haversine } from "~/domain/geo/point";
import { signalsOf, type Evidence, type Signal } from "./signals";

/** What contradicts a confirmation, with the numbers that a person wants to see. `metres`: from the address; `kmh`: since the courier's report before. */
export type Doubt = { signals: Signal[]; metres: number | null; kmh: number | null };

/** Nothing is faster than this on a map; two places at the same moment are no number. */
const FASTEST_KMH = 9_999;

/** The doubt in a confirmation; null: nothing contradicts it. */
export function doubtOf(evidence: Evidence): Doubt | null {
  const signals = signalsOf(evidence);
  return signals.length === 0 ? null : { signals, metres: metresOff(evidence), kmh: speedOf(evidence) };
}

function metresOff({ told: { where }, address }: Evidence): number | null {
  return where && address ? Math.round(haversine(where, address)) : null;
}

function speedOf({ told, before }: Evidence): number | null {
  if (!told.where || !before?.where) return null;
  const hours = Math.abs(told.at.getTime() - before.at.getTime()) / 3_600_000;
  const kilometres = haversine(told.where, before.where) / 1000;
  return Math.min(FASTEST_KMH, Math.round(kilometres / Math.max(hours, 1 / 3600)));
}

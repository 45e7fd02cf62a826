import { haversine, type Point } from "~/domain/geo/point";
import { metresTooFar } from "./too-far";

/** What contradicts a confirmation. Each alone happens to honest people. */
export const SIGNALS = ["far", "repeated_photo", "impossible_speed", "no_pin", "clock_changed", "proof_incomplete"] as const;
export type Signal = (typeof SIGNALS)[number];

type Where = Point & { accuracyMetres: number | null };
/** A courier's confirmation, as far as it can be doubted. */
export type Told = { at: Date; where: Where | null };
export type Evidence = {
  told: Told;
  /** Where the address is, and how far off that may be; null: not known. */
  address: (Point & { metres: number }) | null;
  radiusMetres: number | null;
  /** The courier's confirmation before this one, wherever it was. */
  before: Told | null;
  /** Bytes of a photo of it that another delivery has. */
  isPhotoRepeated: boolean;
  isPinMissing: boolean;
  isClockChanged: boolean;
  /** The shop demands more of its confirmations than this one has; a PIN is a signal of its own. */
  isProofIncomplete: boolean;
};

/** Faster than any courier in a city; distances below are within what phones err by. */
const IMPOSSIBLE_KMH = 150;
const NEARBY_METRES = 500;

/** The signals in a confirmation. What can't be known is none. */
export function signalsOf(evidence: Evidence): Signal[] {
  const { told, before } = evidence;
  const all: Record<Signal, boolean> = {
    far: isFar(evidence),
    repeated_photo: evidence.isPhotoRepeated,
    impossible_speed: before !== null && isImpossible(before, told),
    no_pin: evidence.isPinMissing,
    clock_changed: evidence.isClockChanged,
    proof_incomplete: evidence.isProofIncomplete,
  };
  return SIGNALS.filter((signal) => all[signal]);
}

/** Two that contradict a confirmation hold its invoice for a glance (PRODUCT.md, rules easy to miss). */
export const isDoubted = (signals: readonly Signal[]): boolean => signals.length >= 2;

/** Beyond the radius even if the phone and what is known of the address err as far as they may. */
const isFar = ({ told: { where }, address, radiusMetres }: Evidence): boolean => metresTooFar(where, address, radiusMetres) !== null;

function isImpossible(before: Told, { at, where }: Told): boolean {
  if (!where || !before.where) return false;
  const slack = (where.accuracyMetres ?? 0) + (before.where.accuracyMetres ?? 0);
  const metres = haversine(where, before.where) - slack;
  const hours = Math.abs(at.getTime() - before.at.getTime()) / 3_600_000;
  return metres > NEARBY_METRES && metres / 1000 > IMPOSSIBLE_KMH * hours;
}

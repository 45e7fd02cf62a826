/** Whether something is left out, may be given, or must be. */
export const DEMANDS = ["off", "may", "must"] as const;
export type Demand = (typeof DEMANDS)[number];

/** What a shop wants as proof of delivery beside the photo, which is always wanted. */
export type ProofRules = {
  /** Photos may come from the phone's gallery too, not only from its camera. */
  isGalleryAllowed: boolean;
  signature: Demand;
  /** Parcels are scanned as they are loaded and handed over. Absent in rules that were kept before there were scans: no. */
  isScanWanted?: boolean;
  /** What the person who receives is to the buyer: "family", "front desk"… */
  relation: Demand;
  /** The id number of who receives. */
  recipientId: Demand;
  /** The code that the buyer was given. */
  pin: Demand;
  /** How far from the address a confirmation is doubted, in metres; null: nowhere. */
  radiusMetres: number | null;
  /** How long a confirmation waits before its document is issued, so that it can be taken back, in seconds. */
  undoSeconds: number;
};

export const DEFAULT_PROOF: ProofRules = {
  isGalleryAllowed: false,
  isScanWanted: false,
  signature: "off",
  relation: "off",
  recipientId: "off",
  pin: "off",
  radiusMetres: 300,
  undoSeconds: 0,
};

export type ProofProblem = { code: "radius_range" | "undo_range" };
const RADIUS = { least: 50, most: 20_000 };
const MOST_UNDO = 900;

/** What stands in the way of a shop's rules; none: they can be kept. */
export function proofProblem({ radiusMetres, undoSeconds }: ProofRules): ProofProblem | null {
  if (radiusMetres !== null && !within(radiusMetres, RADIUS.least, RADIUS.most)) return { code: "radius_range" };
  return within(undoSeconds, 0, MOST_UNDO) ? null : { code: "undo_range" };
}

const within = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

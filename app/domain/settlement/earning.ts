import { reckoned, type CommissionBasis } from "~/domain/rate/commission";
import { entryOf, type Entry } from "./entry";

/** What a delivery's commission says now. `basis` null: it was agreed before anybody kept what it was reckoned from. */
export type Commission = { deliveryId: string; minor: number | null; currency: string; basis: CommissionBasis | null };

/**
 * What a courier has earned by a delivery so far, in minor units: the commission once it is delivered; before that only attempts, where the rule
 * pays those. null: nobody has reckoned it since it was assigned.
 */
export function earnedSoFar({ minor, basis }: Pick<Commission, "minor" | "basis">, isDelivered: boolean): number | null {
  if (!basis) return isDelivered ? minor : null;
  if (basis.isDelivered === undefined) return null;
  return basis.isDelivered || basis.rule.kind === "per_attempt" ? reckoned(basis) : 0;
}

/** What a courier was credited for a delivery, in any order: since it was given to them last, and how often when they had it before. */
export type Credited = { since: readonly Pick<Entry, "minor">[]; earlier: number };

/** The entry that makes a courier's earnings by a delivery what they are now, or null where they are. */
export function earningEntry(
  { since, earlier }: Credited,
  { deliveryId, currency, basis }: Commission,
  earned: number | null,
): Entry | null {
  const difference = earned === null ? 0 : earned - since.reduce((sum, { minor }) => sum + minor, 0);
  if (difference === 0) return null;
  const key = `earned:${deliveryId}:${earlier + since.length + 1}`;
  return entryOf({ key, kind: "earned", minor: difference, currency, deliveryId, basis });
}

import { UNDONE_CODES } from "./undo";

/** `stands` false: kept beside what stands, and paid by itself where it is (docs/decisions/0022). */
type Tried = { courierId: string | null; outcome: "delivered" | "failed" | "returned"; stands?: boolean };
type Happened = { deliveryId: string | null; type: string; to: string | null; at: Date; reason?: { code: string } | null };
/** Whose delivery it is, since when. */
type Whose = { id: string; courierId: string | null; assignedAt: Date | null };

/**
 * How many attempts a courier is paid for: their own, and no more than they set out for since it was given to them. Who reports a failure
 * twice without having gone again tried once, and what was taken back was none.
 */
export function paidAttempts({ id, courierId, assignedAt }: Whose, attempts: readonly Tried[], events: readonly Happened[]): number {
  const isTry = ({ outcome, stands }: Tried) => outcome !== "returned" && stands !== false;
  const own = attempts.filter((attempt) => attempt.courierId === courierId && isTry(attempt)).length;
  const since = assignedAt?.getTime() ?? 0;
  const starts = events.filter(
    ({ deliveryId, type, to, at, reason }) =>
      deliveryId === id &&
      type === "delivery" &&
      to === "out_for_delivery" &&
      at.getTime() >= since &&
      !UNDONE_CODES.includes(reason?.code ?? ""),
  ).length;
  return Math.max(1, Math.min(own, starts));
}

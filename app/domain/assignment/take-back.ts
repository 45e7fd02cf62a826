import type { DeliveryState } from "~/domain/delivery/states";

/** How long a courier's absence can be taken back. */
export const UNDO_MINUTES = 10;

/** The last moment at which it can. */
export const undoUntil = (declaredAt: Date): Date => new Date(declaredAt.getTime() + UNDO_MINUTES * 60_000);

/** Absences that were declared since then can be taken back still, those of the day before midnight too. */
export const undoSince = (now: Date): Date => new Date(now.getTime() - UNDO_MINUTES * 60_000);

type Left = { state: DeliveryState; courierId: string | null; zoneId: string | null; assignedAt: string | null };
type Now = { state: DeliveryState; courierId: string | null; zoneId: string | null; assignedAt: Date | null; runId: string | null };

/** Why a stop stays where it is now; null: nobody touched it since it was left so, and it can go back. */
export function whyKept(left: Left & { wasMoved: boolean }, now: Now): "over" | "under_way" | "loaded" | "given_since" | null {
  if (now.state === "delivered" || now.state === "returned" || now.state === "cancelled") return "over";
  if (now.state !== left.state) return now.state === "assigned" || now.state === "unassigned" ? "given_since" : "under_way";
  // In another zone its courier may be none of those who serve it.
  const isSame =
    now.courierId === left.courierId && now.zoneId === left.zoneId && (now.assignedAt?.toISOString() ?? null) === left.assignedAt;
  if (!isSame) return "given_since";
  return left.wasMoved && now.runId !== null ? "loaded" : null;
}

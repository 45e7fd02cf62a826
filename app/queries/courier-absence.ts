import { undoSince, undoUntil } from "~/domain/assignment/take-back";
import { dateIn } from "~/domain/time/calendar";
import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

export type CourierAbsence = {
  /** Taken back, or the courier is back. */
  isOver: boolean;
  moved: number;
  waiting: number;
  withThem: number;
  /** null: it can't be taken back any more. */
  undoUntil: Date | null;
  /** null: it was not taken back; else what stayed, and why. */
  kept: { order: string; why: string }[] | null;
};

/** Today's absence of a courier, or one that can still be taken back, if there was one. */
export async function courierAbsence(
  { store, clock }: Pick<QueryPorts, "store" | "clock">,
  { shop, courierId }: { shop: Shop; courierId: string },
): Promise<CourierAbsence | null> {
  const [s, now] = [store.of(shop.id), clock.now()];
  const absence = await s.lastAbsence(courierId, { day: dateIn(now, shop.timeZone), since: undoSince(now) });
  if (!absence) return null;
  const { moves, declaredAt, endedAt, kept } = absence;
  const until = undoUntil(declaredAt);
  const orderOf = async (deliveryId: string) => (await s.order((await s.delivery(deliveryId)).orderId)).name;
  return {
    isOver: endedAt !== null,
    moved: moves.filter(({ after }) => after.courierId !== courierId && after.courierId !== null).length,
    waiting: moves.filter(({ after }) => after.courierId === null).length,
    withThem: moves.filter(({ after }) => after.courierId === courierId).length,
    undoUntil: endedAt === null && now <= until ? until : null,
    kept: kept && (await Promise.all(kept.map(async ({ deliveryId, why }) => ({ order: await orderOf(deliveryId), why })))),
  };
}

import { undoSince, undoUntil, UNDO_MINUTES, whyKept } from "~/domain/assignment/take-back";
import { dateIn } from "~/domain/time/calendar";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { AbsenceRecord, Courier, StopMove } from "~/ports/courier-records";
import type { ShopStore } from "~/ports/store";
import type { CourierOut } from "./courier-out";
import { tryWaiting } from "./wake";

type Needs = Pick<Ports, "store" | "clock">;

/**
 * Takes a courier's absence back within ten minutes: every stop that nobody touched since is as it was before, the others stay and are named.
 * Pressed twice, it happens once. Throws PermanentFailure courier_not_out, undo_over.
 */
export async function undoCourierOut({ store, clock }: Needs, { shopId, courierId, actor }: CourierOut): Promise<void> {
  await store.change(shopId, async (s) => {
    const { courier, absence } = await absenceOf(s, courierId, clock.now());
    if (absence.kept !== null) return;
    if (absence.endedAt) throw new PermanentFailure("courier_not_out");
    if (clock.now() > undoUntil(absence.declaredAt)) throw new PermanentFailure("undo_over", { minutes: UNDO_MINUTES });
    const kept = [];
    for (const move of [...absence.moves].sort((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1))) {
      const why = await putBack(s, move, { absence, courier: courier.name, actor });
      if (why) kept.push({ deliveryId: move.deliveryId, why });
    }
    await s.saveCourier({ ...courier, outOn: null });
    await s.endAbsence(absence.id, { endedAt: clock.now(), kept });
    const reason = { code: "courier_out_undone", params: { courier: courier.name, count: absence.moves.length - kept.length } };
    await s.record({ actor, type: "courier", to: "back", reason });
    const told = new Set([courierId, ...absence.moves.flatMap(({ after }) => after.courierId ?? [])]);
    for (const one of told) await s.enqueue("tell-courier", { shopId, courierId: one, absenceId: absence.id, isUndone: true });
    await tryWaiting(s);
  });
}

/** The courier works again today; what was given to others stays with them. Throws PermanentFailure courier_not_out. */
export async function courierBack({ store, clock }: Needs, { shopId, courierId, actor }: CourierOut): Promise<void> {
  await store.change(shopId, async (s) => {
    const { courier, absence } = await absenceOf(s, courierId, clock.now());
    if (absence.endedAt) return;
    await s.saveCourier({ ...courier, outOn: null });
    await s.endAbsence(absence.id, { endedAt: clock.now(), kept: null });
    await s.record({ actor, type: "courier", to: "back", reason: { code: "courier_back", params: { courier: courier.name } } });
    await tryWaiting(s);
  });
}

async function absenceOf(s: ShopStore, courierId: string, now: Date): Promise<{ courier: Courier; absence: AbsenceRecord }> {
  await s.lock("assignment");
  const courier = (await s.couriers()).find(({ id }) => id === courierId);
  const absence = await s.lastAbsence(courierId, { day: dateIn(now, (await s.shop()).timeZone), since: undoSince(now) });
  if (!courier || !absence) throw new PermanentFailure("courier_not_out");
  return { courier, absence };
}

type Back = { absence: AbsenceRecord; courier: string; actor: string };

/** Why a stop stays where it is; null: it is as it was. */
async function putBack(s: ShopStore, { deliveryId, before, after }: StopMove, { absence, courier, actor }: Back): Promise<string | null> {
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.delivery(deliveryId);
  const wasMoved = after.courierId !== before.courierId;
  const why = whyKept({ ...after, wasMoved }, delivery);
  const { orderId, state: from } = delivery;
  const about = { orderId, deliveryId, actor, type: "delivery", from };
  if (why) {
    await s.record({ ...about, to: from, reason: { code: `kept_${why}`, params: { courier } } });
    return why;
  }
  const { assignedAt, runId, attention, ...restored } = before;
  // What was marked since stays marked.
  const isMarkedSince = JSON.stringify(delivery.attention) !== JSON.stringify(after.attention);
  await s.updateDelivery(deliveryId, {
    ...restored,
    ...(isMarkedSince ? {} : { attention }),
    assignedAt: assignedAt === null ? null : new Date(assignedAt),
  });
  if (wasMoved) await backIntoRun(s, { deliveryId, runId }, absence);
  await s.record({ ...about, to: before.state, reason: { code: "moved_back", params: { courier } } });
  if (wasMoved) await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
  return null;
}

/** A run that ended because its last stop left it goes on as it was: its guide names this courier and these goods. */
async function backIntoRun(
  s: ShopStore,
  { deliveryId, runId }: { deliveryId: string; runId: string | null },
  { runs }: AbsenceRecord,
): Promise<void> {
  const before = runs.find(({ id }) => id === runId);
  if (runId === null || !before) return;
  await s.lock(`run:${runId}`);
  const { state } = await s.run(runId);
  if (state === "ended") await s.updateRun(runId, { state: before.state, endedAt: null });
  await s.updateDelivery(deliveryId, { runId });
}

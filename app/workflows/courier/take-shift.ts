import { trueTimeOf } from "~/domain/phone-event/true-time";
import { shiftAfter, type PositionNews, type Shift, type ShiftEvent, type ShiftKind, type ToldShift } from "~/domain/shift/shift";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";

type Whose = { shopId: string; courierId: string };
type Told = Whose & { phoneId: string; shift: readonly ShiftEvent[]; position: PositionNews | null };

/** What a phone tells of its courier's shift, worked out at once: there is nothing that it could wait for. Told twice it is the same. */
export async function takeShift({ store, clock }: Pick<Ports, "store" | "clock">, told: Told): Promise<void> {
  const { shopId, courierId, phoneId, shift, position } = told;
  const receivedAt = clock.now();
  if (shift.length > 0)
    await store.change(shopId, async (s) => {
      await s.lock(`shift:${courierId}`);
      for (const { stamp, ...event } of shift) {
        const at = trueTimeOf(stamp, { receivedAt, notBefore: null }).at;
        await change(s, courierId, { ...event, at, phoneId, counter: stamp.counter });
      }
    });
  if (!position) return;
  const at = trueTimeOf(position.stamp, { receivedAt, notBefore: null }).at;
  await store.of(shopId).notePosition(courierId, position.shiftId, { position: position.position, at });
}

type ByForm = Whose & { kind: ShiftKind; sharesPosition: boolean };

/** The same by a form without a script. A shift that is begun twice is begun once. */
export const tellShift = (
  { store, clock, ids }: Pick<Ports, "store" | "clock" | "ids">,
  { shopId, courierId, ...told }: ByForm,
): Promise<void> =>
  store.change(shopId, async (s) => {
    await s.lock(`shift:${courierId}`);
    const shiftId = (await s.shiftOn(courierId))?.id ?? ids.uuid();
    await change(s, courierId, { ...told, shiftId, at: clock.now(), phoneId: null, counter: 0 });
  });

async function change(s: ShopStore, courierId: string, told: ToldShift): Promise<void> {
  const after = shiftAfter(await s.shift(courierId, told.shiftId), told);
  if (!after) return;
  const other = after.endedAt ? null : await s.shiftOn(courierId);
  if (!other || other.id === after.id) return s.saveShift(courierId, after);
  // A courier works one shift at a time: of two phones the one that began later has it.
  const ended = (shift: Shift, at: Date): Shift => ({ ...shift, endedAt: at, changedAt: at });
  if (other.startedAt <= after.startedAt) {
    await s.saveShift(courierId, ended(other, after.startedAt));
    return s.saveShift(courierId, after);
  }
  return s.saveShift(courierId, ended(after, other.startedAt));
}

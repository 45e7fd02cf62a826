import type { CourierShift } from "@prisma/client";
import type { Shift } from "~/domain/shift/shift";
import type { SeenPosition } from "~/ports/door-records";
import type { Context } from "./store";

const NOWHERE = { latitude: null, longitude: null, accuracyMetres: null, positionAt: null };

export const shifts = ({ shopId, db }: Context) => ({
  async shift(courierId: string, id: string): Promise<Shift | null> {
    const row = await db.courierShift.findUnique({ where: { shopId_courierId_id: { shopId, courierId, id } } });
    return row && toShift(row);
  },
  async shiftOn(courierId: string): Promise<Shift | null> {
    const row = await db.courierShift.findFirst({ where: { courierId, endedAt: null } });
    return row && toShift(row);
  },
  /** Where nobody may look any more nothing is kept. */
  async saveShift(courierId: string, { id, ...shift }: Shift) {
    const isSeen = shift.sharesPosition && shift.pausedAt === null && shift.endedAt === null;
    const columns = { ...shift, ...(isSeen ? {} : NOWHERE) };
    const where = { shopId_courierId_id: { shopId, courierId, id } };
    await db.courierShift.upsert({ where, create: { shopId, courierId, id, ...columns }, update: columns });
  },
  /** One statement; none that is later goes back. */
  async notePosition(courierId: string, id: string, { position, at }: SeenPosition) {
    const isLater = [{ positionAt: null }, { positionAt: { lt: at } }];
    await db.courierShift.updateMany({
      where: { courierId, id, sharesPosition: true, pausedAt: null, endedAt: null, OR: isLater },
      data: { ...position, positionAt: at },
    });
  },
  async lastPosition(courierId: string): Promise<SeenPosition | null> {
    const row = await db.courierShift.findFirst({ where: { courierId, endedAt: null, positionAt: { not: null } } });
    if (!row?.positionAt || row.latitude === null || row.longitude === null) return null;
    const { latitude, longitude, accuracyMetres, positionAt: at } = row;
    return { position: { latitude, longitude, accuracyMetres }, at };
  },
  async endForgottenShifts({ startedBefore, now }: { startedBefore: Date; now: Date }) {
    const where = { endedAt: null, startedAt: { lt: startedBefore } };
    await db.courierShift.updateMany({ where, data: { endedAt: now, changedAt: now, ...NOWHERE } });
  },
  async forgetShifts(before?: Date) {
    await db.courierShift.deleteMany({ where: before ? { startedAt: { lt: before } } : {} });
  },
});

const toShift = ({ id, startedAt, pausedAt, endedAt, sharesPosition, changedAt, phoneId, counter }: CourierShift): Shift => ({
  ...{ id, startedAt, pausedAt, endedAt, sharesPosition, changedAt, phoneId, counter },
});

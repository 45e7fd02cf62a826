import { Prisma } from "@prisma/client";
import type { EventRecord, NewEvent, Worded } from "~/ports/records";
import type { Context } from "./store";

export const events = ({ shopId, db, clock, ids }: Context) => ({
  async record({ reason, ...event }: NewEvent) {
    await db.event.create({ data: { shopId, id: ids.uuid(), at: clock.now(), ...event, reason: reason ?? Prisma.DbNull } });
  },
  async eventsOfOrder(orderId: string): Promise<EventRecord[]> {
    const rows = await db.event.findMany({ where: { orderId }, orderBy: { id: "asc" } });
    return rows.map(({ shopId: _shop, reason, ...row }) => ({ ...row, reason: reason as unknown as Worded | null }));
  },
});

import type { Context } from "./store";

export const stopOrders = ({ shopId, db }: Context) => ({
  async stopOrder(courierId: string): Promise<string[]> {
    const row = await db.stopOrder.findUnique({ where: { shopId_courierId: { shopId, courierId } } });
    return row?.deliveryIds ?? [];
  },
  async keepStopOrder(courierId: string, deliveryIds: string[]) {
    const where = { shopId_courierId: { shopId, courierId } };
    await db.stopOrder.upsert({ where, create: { shopId, courierId, deliveryIds }, update: { deliveryIds } });
  },
});

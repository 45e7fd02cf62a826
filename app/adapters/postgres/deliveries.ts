import { Prisma } from "@prisma/client";
import { OPEN_STATES } from "~/domain/delivery/states";
import type { Attempt, DeliveryRecord } from "~/ports/records";
import type { CourierStop, NewDelivery } from "~/ports/store";
import { toDelivery, toOrder } from "./rows";
import type { Context } from "./store";

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue | undefined));
const big = (value: number | null | undefined) => (typeof value === "number" ? BigInt(value) : value);

export const deliveries = ({ shopId, db, ids }: Context) => {
  const countByCourier = async (where: Prisma.DeliveryWhereInput) => {
    const groups = await db.delivery.groupBy({ by: ["courierId"], where: { ...where, courierId: { not: null } }, _count: { _all: true } });
    return new Map(groups.map((group) => [group.courierId!, group._count._all]));
  };
  return {
    async insertDelivery({ lines = [], ...delivery }: NewDelivery): Promise<DeliveryRecord> {
      return toDelivery(await db.delivery.create({ data: { shopId, id: ids.uuid(), state: "unassigned", lines, ...delivery } }));
    },
    async delivery(id: string): Promise<DeliveryRecord> {
      return toDelivery(await db.delivery.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } }));
    },
    async findDelivery(id: string): Promise<DeliveryRecord | null> {
      const row = await db.delivery.findUnique({ where: { shopId_id: { shopId, id } } });
      return row && toDelivery(row);
    },
    async deliveriesOfOrder(orderId: string): Promise<DeliveryRecord[]> {
      return (await db.delivery.findMany({ where: { orderId }, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async deliveriesOfCourier(courierId: string): Promise<DeliveryRecord[]> {
      return (await db.delivery.findMany({ where: { courierId }, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async stopsOfCourier(courierId: string, deliveredSince: Date): Promise<CourierStop[]> {
      const open = { state: { in: [...OPEN_STATES] } };
      const rows = await db.delivery.findMany({
        where: { courierId, OR: [open, { state: "delivered", deliveredAt: { gte: deliveredSince } }] },
        orderBy: [{ assignedAt: "asc" }, { id: "asc" }],
        include: { order: { include: { deliveries: { orderBy: { id: "asc" } } } } },
      });
      return rows.map(({ order: { deliveries, ...order }, ...row }) => ({
        delivery: toDelivery(row),
        order: toOrder(order),
        siblings: deliveries.map(toDelivery),
      }));
    },
    async deliveriesUnder(codes: readonly string[]): Promise<DeliveryRecord[]> {
      const where = { OR: codes.map((code) => ({ attention: { path: ["code"], equals: code } })) };
      return (await db.delivery.findMany({ where })).map(toDelivery);
    },
    async unassignedDeliveries(): Promise<DeliveryRecord[]> {
      return (await db.delivery.findMany({ where: { state: "unassigned", method: "courier" }, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async updateDelivery(
      id: string,
      { assignment, attention, rateMinor, commissionMinor, lines, ...patch }: Partial<Omit<DeliveryRecord, "id" | "orderId">>,
    ) {
      const data = {
        ...patch,
        assignment: json(assignment),
        attention: json(attention),
        lines,
        rateMinor: big(rateMinor),
        commissionMinor: big(commissionMinor),
      };
      await db.delivery.update({ where: { shopId_id: { shopId, id } }, data });
    },
    openStops: () => countByCourier({ state: { in: [...OPEN_STATES] } }),
    assignedSince: (since: Date) => countByCourier({ assignedAt: { gte: since }, state: { not: "cancelled" } }),

    async insertAttempt(attempt: Attempt): Promise<boolean> {
      const { count } = await db.deliveryAttempt.createMany({ data: [{ shopId, ...attempt }], skipDuplicates: true });
      return count === 1;
    },
    async attempt(id: string): Promise<Attempt | null> {
      return (await db.deliveryAttempt.findUnique({ where: { shopId_id: { shopId, id } } })) as Attempt | null;
    },
    async attemptsOf(deliveryId: string): Promise<Attempt[]> {
      return (await db.deliveryAttempt.findMany({ where: { deliveryId }, orderBy: { receivedAt: "asc" } })) as Attempt[];
    },
  };
};

import { Prisma } from "@prisma/client";
import { NOTHING_TAKEN } from "~/domain/delivery/owed";
import { OPEN_STATES } from "~/domain/delivery/states";
import type { Attempt } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { CourierStop, NewDelivery } from "~/ports/store";
import { toDelivery, toOrder } from "./rows";
import type { Context } from "./store";
import { takenFor } from "./taken";

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue | undefined));
const big = (value: number | null | undefined) => (typeof value === "number" ? BigInt(value) : value);

const WAITING = { state: "unassigned", method: "courier" };

export const deliveries = ({ shopId, db, ids }: Context) => {
  return {
    async insertDelivery({ lines = [], doubt, ...delivery }: NewDelivery): Promise<DeliveryRecord> {
      return toDelivery(
        await db.delivery.create({ data: { shopId, id: ids.uuid(), state: "unassigned", lines, doubt: json(doubt), ...delivery } }),
      );
    },
    async delivery(id: string): Promise<DeliveryRecord> {
      return toDelivery(await db.delivery.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } }));
    },
    async findDelivery(id: string): Promise<DeliveryRecord | null> {
      const row = await db.delivery.findUnique({ where: { shopId_id: { shopId, id } } });
      return row && toDelivery(row);
    },
    async deliveriesOfOrder(orderId: string): Promise<DeliveryRecord[]> {
      return (await db.delivery.findMany({ where: { orderId, returnGid: null }, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async reverseDeliveriesOfOrder(orderId: string): Promise<DeliveryRecord[]> {
      return (await db.delivery.findMany({ where: { orderId, returnGid: { not: null } }, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async deliveriesOfCourier(courierId: string): Promise<DeliveryRecord[]> {
      return (await db.delivery.findMany({ where: { courierId }, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async stopsOfCourier(courierId: string, deliveredSince: Date): Promise<CourierStop[]> {
      const open = { state: { in: [...OPEN_STATES] } };
      const rows = await db.delivery.findMany({
        where: { courierId, OR: [open, { state: "delivered", deliveredAt: { gte: deliveredSince } }, { owesRest: true }] },
        orderBy: [{ assignedAt: "asc" }, { id: "asc" }],
        include: { order: { include: { deliveries: { where: { returnGid: null }, orderBy: { id: "asc" } } } } },
      });
      const taken = await takenFor(db, [...new Set(rows.map(({ orderId }) => orderId))]);
      return rows.map(({ order: { deliveries, ...order }, ...row }) => ({
        taken: taken.get(order.id) ?? NOTHING_TAKEN,
        delivery: toDelivery(row),
        order: toOrder(order),
        siblings: deliveries.map(toDelivery),
      }));
    },
    async deliveriesUnder(codes: readonly string[]): Promise<DeliveryRecord[]> {
      const where = { OR: codes.map((code) => ({ attention: { path: ["code"], equals: code } })) };
      return (await db.delivery.findMany({ where })).map(toDelivery);
    },
    async unassignedDeliveries(ids?: readonly string[]): Promise<DeliveryRecord[]> {
      const where = ids ? { ...WAITING, id: { in: [...ids] } } : WAITING;
      return (await db.delivery.findMany({ where, orderBy: { id: "asc" } })).map(toDelivery);
    },
    async newDeliveries(most: number): Promise<string[]> {
      const where = { ...WAITING, attention: { equals: Prisma.AnyNull } };
      return (await db.delivery.findMany({ where, orderBy: { id: "asc" }, select: { id: true }, take: most })).map(({ id }) => id);
    },
    async isAnyWaiting(): Promise<boolean> {
      return (await db.delivery.findFirst({ where: WAITING, select: { id: true } })) !== null;
    },
    async updateDelivery(
      id: string,
      {
        assignment,
        attention,
        doubt,
        rateMinor,
        commissionMinor,
        commissionBasis,
        lines,
        ...patch
      }: Partial<Omit<DeliveryRecord, "id" | "orderId">>,
    ) {
      const data = {
        ...patch,
        assignment: json(assignment),
        attention: json(attention),
        doubt: json(doubt),
        lines,
        rateMinor: big(rateMinor),
        commissionMinor: big(commissionMinor),
        commissionBasis: json(commissionBasis),
      };
      await db.delivery.update({ where: { shopId_id: { shopId, id } }, data });
    },

    async insertAttempt({ collected = null, proof = null, ...attempt }: Attempt): Promise<boolean> {
      const data = [{ shopId, ...attempt, collected: json(collected), proof: json(proof) }];
      const { count } = await db.deliveryAttempt.createMany({ data, skipDuplicates: true });
      return count === 1;
    },
    async attempt(id: string): Promise<Attempt | null> {
      return (await db.deliveryAttempt.findUnique({ where: { shopId_id: { shopId, id } } })) as Attempt | null;
    },
    async placedBefore({ courierId, at, attemptId }: { courierId: string; at: Date; attemptId: string }): Promise<Attempt | null> {
      const where = { courierId, happenedAt: { lte: at }, id: { not: attemptId }, latitude: { not: null }, undoneAt: null };
      return (await db.deliveryAttempt.findFirst({ where, orderBy: { happenedAt: "desc" } })) as Attempt | null;
    },
    async attemptsOf(deliveryId: string): Promise<Attempt[]> {
      return (await db.deliveryAttempt.findMany({ where: { deliveryId }, orderBy: { receivedAt: "asc" } })) as Attempt[];
    },
  };
};

import { Prisma } from "@prisma/client";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { SaleOrder } from "~/domain/order/order";
import { searchTextOf } from "~/domain/order/search-text";
import { withoutBuyer } from "~/domain/order/without-buyer";
import type { OrderRecord } from "~/ports/records";
import { toOrder } from "./rows";
import type { Context } from "./store";

/** The columns that lists and searches need, taken from the order itself. */
export const columnsOf = (sale: SaleOrder, fiscalData: FiscalData | null) => ({
  name: sale.name,
  number: sale.number,
  placedAt: new Date(sale.placedAt),
  updatedAt: new Date(sale.updatedAt),
  cancelledAt: sale.cancelledAt ? new Date(sale.cancelledAt) : null,
  paymentType: sale.paymentType,
  financialStatus: sale.financialStatus,
  currency: sale.currency,
  totalMinor: BigInt(sale.totalMinor),
  customerName: sale.customerName,
  city: sale.shippingAddress?.city ?? null,
  sale: sale as unknown as Prisma.InputJsonValue,
  fiscalData: (fiscalData as Prisma.InputJsonValue | null) ?? Prisma.DbNull,
  searchText: searchTextOf(sale, fiscalData),
});

export const orders = ({ shopId, db, ids }: Context) => {
  const byId = async (id: string) => toOrder(await db.order.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } }));
  return {
    order: byId,
    async findOrder(id: string): Promise<OrderRecord | null> {
      const row = await db.order.findUnique({ where: { shopId_id: { shopId, id } } });
      return row && toOrder(row);
    },
    async orderByGid(gid: string): Promise<OrderRecord | null> {
      const row = await db.order.findUnique({ where: { shopId_gid: { shopId, gid } } });
      return row && toOrder(row);
    },
    async readingMoment(): Promise<Date> {
      // Raw statements of a shop name it, even one that needs none.
      const [row] = await db.$queryRawUnsafe<{ now: Date }[]>("SELECT clock_timestamp() AS now WHERE $1::uuid IS NOT NULL", shopId);
      return row!.now;
    },
    async isReadSince(gid: string, { topic, webhookId }: { topic: string; webhookId: string }): Promise<boolean> {
      const found = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "Order" o JOIN "WebhookDelivery" w ON w."shopId" = o."shopId" AND w.topic = $3 AND w."webhookId" = $4
         WHERE o."shopId" = $1::uuid AND o.gid = $2 AND w."receivedAt" < o."readAt"`,
        shopId,
        gid,
        topic,
        webhookId,
      );
      return found.length > 0;
    },
    async insertOrder({
      sale,
      fiscalData,
      ...kept
    }: {
      sale: SaleOrder;
      fiscalData: FiscalData | null;
      readAt: Date;
      predatesInstall?: boolean;
    }): Promise<OrderRecord> {
      return toOrder(await db.order.create({ data: { shopId, id: ids.uuid(), gid: sale.gid, ...columnsOf(sale, fiscalData), ...kept } }));
    },
    async updateOrder(id: string, patch: { sale?: SaleOrder; fiscalData?: FiscalData | null; readAt?: Date }) {
      const row = await db.order.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } });
      const before = toOrder(row);
      const sale = patch.sale ?? before.sale;
      // The buyer asked to be forgotten: Shopify's next word about the order doesn't bring them back.
      const columns = row.redactedAt
        ? columnsOf(withoutBuyer(sale), null)
        : columnsOf(sale, patch.fiscalData === undefined ? before.fiscalData : patch.fiscalData);
      await db.order.update({
        where: { shopId_id: { shopId, id } },
        data: { ...columns, ...(patch.readAt ? { readAt: patch.readAt } : {}) },
      });
    },
  };
};

import { Prisma } from "@prisma/client";
import type { SaleOrder } from "~/domain/order/order";
import type { Context } from "./store";

/** The order without its buyer: amounts and lines stay, they belong to the accounts. */
const withoutBuyer = (sale: SaleOrder): SaleOrder => ({
  ...sale,
  customerName: "",
  email: null,
  phone: null,
  note: null,
  shippingAddress: null,
  billingAddress: null,
  fiscalData: null,
});

export const redaction = ({ shopId, db }: Context) => {
  const redact = async (where: Prisma.OrderWhereInput): Promise<string[]> => {
    const photoKeys: string[] = [];
    for (const { id, sale, name } of await db.order.findMany({ where, select: { id: true, sale: true, name: true } })) {
      const blank = withoutBuyer(sale as unknown as SaleOrder) as unknown as Prisma.InputJsonValue;
      await db.order.update({
        where: { shopId_id: { shopId, id } },
        data: { sale: blank, fiscalData: Prisma.DbNull, customerName: "", city: null, searchText: name.toLowerCase() },
      });
      const ofOrder = { delivery: { orderId: id } };
      const attempts = await db.deliveryAttempt.findMany({ where: { ...ofOrder, photoKey: { not: null } }, select: { photoKey: true } });
      photoKeys.push(...attempts.map(({ photoKey }) => photoKey!));
      await db.deliveryAttempt.updateMany({
        where: ofOrder,
        data: { receivedBy: null, latitude: null, longitude: null, accuracyMetres: null, photoKey: null },
      });
    }
    return photoKeys;
  };
  return {
    redactOrder: (gid: string) => redact({ gid }),
    async redactShop(): Promise<string[]> {
      const photoKeys = await redact({});
      const nobody = { name: "", email: null, phone: null, legalName: null, idType: null, idNumber: null, licence: null, plate: null };
      await db.courier.updateMany({ where: {}, data: { ...nobody, active: false } });
      await db.accessLink.deleteMany({ where: {} });
      await db.certificate.deleteMany({ where: {} });
      return photoKeys;
    },
  };
};

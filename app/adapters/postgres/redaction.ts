import { Prisma } from "@prisma/client";
import type { SaleOrder } from "~/domain/order/order";
import { withoutBuyer } from "~/domain/order/without-buyer";
import { columnsOf } from "./orders";
import type { Context } from "./store";

const NOTHING_OF_THE_BUYER = {
  receivedBy: null,
  note: null,
  collected: Prisma.DbNull,
  proof: Prisma.DbNull,
  latitude: null,
  longitude: null,
  accuracyMetres: null,
};
/** Marks that hold what a courier said in their own words. */
const IN_WORDS = ["collected_less", "collected_more"].map((code) => ({ attention: { path: ["code"], equals: code } }));
/** What a phone told, as it told it, names who received and where. */
const FORGET_TOLD = `
  UPDATE "PhoneEvent" SET body = body || '{"position":null}'::jsonb
    || CASE kind WHEN 'confirm' THEN '{"receivedBy":"","collected":null,"proof":null,"fiscalData":null,"doorNote":null}'::jsonb
      WHEN 'fail' THEN '{"note":null}'::jsonb ELSE '{}'::jsonb END
  WHERE "shopId" = $1::uuid AND "deliveryId" IN (SELECT id FROM "Delivery" WHERE "shopId" = $1::uuid AND "orderId" = ANY($2::uuid[]))`;

export const redaction = ({ shopId, db, clock }: Context) => {
  const redact = async (where: Prisma.OrderWhereInput, most: number): Promise<number> => {
    const found = await db.order.findMany({ where, select: { id: true, sale: true, redactedAt: true }, take: most });
    if (found.length === 0) return 0;
    for (const { id, sale, redactedAt } of found)
      await db.order.update({
        where: { shopId_id: { shopId, id } },
        data: { ...columnsOf(withoutBuyer(sale as unknown as SaleOrder), null), redactedAt: redactedAt ?? clock.now() },
      });
    const ofThese = { delivery: { orderId: { in: found.map(({ id }) => id) } } };
    await db.deliveryAttempt.updateMany({ where: ofThese, data: NOTHING_OF_THE_BUYER });
    await db.delivery.updateMany({
      where: { orderId: { in: found.map(({ id }) => id) }, OR: IN_WORDS },
      data: { attention: Prisma.DbNull },
    });
    await refusePhotosToCome({ attempt: ofThese });
    await db.$executeRawUnsafe(
      FORGET_TOLD,
      shopId,
      found.map(({ id }) => id),
    );
    return found.length;
  };
  /** Of a buyer who is gone no photo is taken any more; what came of one goes. */
  const refusePhotosToCome = async (where: Prisma.ShotWhereInput): Promise<void> => {
    await db.shotPart.deleteMany({ where: { shot: where } });
    await db.shot.updateMany({ where, data: { overridden: Prisma.DbNull } });
    await db.shot.updateMany({ where: { ...where, receivedAt: null }, data: { receivedBytes: 0, problem: { code: "photo_not_wanted" } } });
  };
  return {
    redactOrder: async (gid: string): Promise<boolean> => (await redact({ gid }, 1)) > 0,
    async keepForgotten(orderId: string): Promise<void> {
      await redact({ id: orderId, redactedAt: { not: null } }, 1);
    },
    redactOrders: (most: number) => redact({ redactedAt: null }, most),
    async photosToDelete(most: number): Promise<{ shotId: string; key: string }[]> {
      const rows = await db.shot.findMany({
        where: { key: { not: null }, attempt: { delivery: { order: { redactedAt: { not: null } } } } },
        select: { id: true, key: true },
        take: most,
      });
      return rows.map(({ id, key }) => ({ shotId: id, key: key! }));
    },
    async forgetPhotos(shotIds: string[]): Promise<void> {
      await db.shot.updateMany({ where: { id: { in: shotIds } }, data: { key: null } });
    },
    async redactPeople(): Promise<void> {
      const nobody = { name: "", email: null, phone: null, legalName: null, idType: null, idNumber: null, licence: null, plate: null };
      await db.courier.updateMany({ where: {}, data: { ...nobody, pinHash: null, active: false } });
      await db.courierDevice.deleteMany({ where: {} });
      // Statements name their courier; what they were made of stays, without names.
      await db.settlementEntry.deleteMany({ where: {} });
      await db.settlement.deleteMany({ where: {} });
      await db.accessLink.deleteMany({ where: {} });
      await db.certificate.deleteMany({ where: {} });
    },
  };
};

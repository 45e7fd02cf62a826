import { Prisma } from "@prisma/client";
import type { Courier } from "~/ports/courier-records";
import type { Worded, Zone } from "~/ports/records";
import { toCourier, toZone } from "./rows";
import type { Context } from "./store";

const IN_ORDER = { couriers: { orderBy: [{ rank: "asc" }, { courierId: "asc" }] } } satisfies Prisma.ZoneInclude;

/** Asked for with each event that a fleet told. */
const COURIER_NAME = `SELECT name FROM "Courier" WHERE "shopId" = $1::uuid AND id = $2::uuid`;

export const zones = ({ shopId, db }: Context) => ({
  async zones(): Promise<Zone[]> {
    return (await db.zone.findMany({ include: IN_ORDER, orderBy: [{ priority: "asc" }, { id: "asc" }] })).map(toZone);
  },
  async zone(id: string): Promise<Zone | null> {
    const row = await db.zone.findFirst({ where: { id }, include: IN_ORDER });
    return row && toZone(row);
  },
  async saveZone({ id, courierIds, place, ...zone }: Zone) {
    const columns = {
      ...zone,
      area: zone.area as Prisma.InputJsonObject,
      services: zone.services as unknown as Prisma.InputJsonArray,
      commission: zone.commission as unknown as Prisma.InputJsonObject,
      hours: zone.hours as unknown as Prisma.InputJsonArray,
      establishment: place?.establishment ?? null,
      emissionPoint: place?.emissionPoint ?? null,
    };
    await db.shop.updateMany({ where: { id: shopId }, data: { zonesVersion: { increment: 1 } } });
    await db.zone.upsert({ where: { shopId_id: { shopId, id } }, create: { shopId, id, ...columns }, update: columns });
    await db.zoneCourier.deleteMany({ where: { zoneId: id } });
    await db.zoneCourier.createMany({ data: courierIds.map((courierId, rank) => ({ shopId, zoneId: id, courierId, rank })) });
  },
  async couriers(): Promise<Courier[]> {
    return (await db.courier.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] })).map(toCourier);
  },
  async courierName(id: string): Promise<string | null> {
    const [found] = await db.$queryRawUnsafe<{ name: string }[]>(COURIER_NAME, shopId, id);
    return found?.name ?? null;
  },
  async saveCourier({ id, cashLimitMinor, shifts, ...courier }: Courier) {
    const columns = {
      ...courier,
      cashLimitMinor: cashLimitMinor === null ? null : BigInt(cashLimitMinor),
      shifts: shifts as unknown as Prisma.InputJsonArray,
      daysOff: [...courier.daysOff],
    };
    await db.courier.upsert({ where: { shopId_id: { shopId, id } }, create: { shopId, id, ...columns }, update: columns });
  },
  async noteCourierMail(id: string, problem: Worded | null) {
    await db.courier.update({ where: { shopId_id: { shopId, id } }, data: { mailProblem: problem ?? Prisma.DbNull } });
  },
});

import type { Prisma } from "@prisma/client";
import type { Confirmed, Remembered } from "~/domain/position/remember";
import type { Context } from "./store";

type Row = {
  latitude: number | null;
  longitude: number | null;
  metres: number;
  source: Remembered["source"];
  confirmed: Confirmed[];
  updatedAt: Date;
};

export const positions = ({ shopId, db }: Context) => ({
  /** Written out: checkout asks it for each address, and this costs half of what the client's own query does. */
  async rememberedPosition(addressKey: string): Promise<Remembered | null> {
    const [row] = await db.$queryRawUnsafe<Row[]>(
      `SELECT latitude, longitude, metres, source, confirmed, "updatedAt" FROM "RememberedPosition" WHERE "shopId" = $1::uuid AND "addressKey" = $2`,
      shopId,
      addressKey,
    );
    if (!row) return null;
    const { latitude, longitude, ...rest } = row;
    return { ...rest, point: latitude === null || longitude === null ? null : { latitude, longitude } };
  },
  async rememberPosition(addressKey: string, { point, confirmed, ...rest }: Remembered) {
    const columns = {
      ...rest,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      confirmed: confirmed as unknown as Prisma.InputJsonArray,
    };
    const where = { shopId_addressKey: { shopId, addressKey } };
    await db.rememberedPosition.upsert({ where, create: { shopId, addressKey, ...columns }, update: columns });
  },
  async forgetPosition(addressKey: string) {
    await db.rememberedPosition.deleteMany({ where: { addressKey } });
  },
  async forgetPositions(before?: Date) {
    await db.rememberedPosition.deleteMany({ where: before ? { updatedAt: { lt: before } } : {} });
  },
});

import type { Prisma } from "@prisma/client";
import type { Confirmed, Remembered } from "~/domain/position/remember";
import type { Context } from "./store";

type Row = {
  addressKey: string;
  latitude: number | null;
  longitude: number | null;
  metres: number;
  source: Remembered["source"];
  confirmed: Confirmed[];
  updatedAt: Date;
};

const SELECT = `SELECT "addressKey", latitude, longitude, metres, source, confirmed, "updatedAt"
  FROM "RememberedPosition" WHERE "shopId" = $1::uuid`;

const toRemembered = ({ addressKey: _key, latitude, longitude, ...rest }: Row): Remembered => ({
  ...rest,
  point: latitude === null || longitude === null ? null : { latitude, longitude },
});

export const positions = ({ shopId, db }: Context) => ({
  /** Written out: checkout asks it for each address, and this costs half of what the client's own query does. */
  async rememberedPosition(addressKey: string): Promise<Remembered | null> {
    const [row] = await db.$queryRawUnsafe<Row[]>(`${SELECT} AND "addressKey" = $2`, shopId, addressKey);
    return row ? toRemembered(row) : null;
  },
  async rememberedPositions(addressKeys: string[]): Promise<Map<string, Remembered>> {
    const rows = await db.$queryRawUnsafe<Row[]>(`${SELECT} AND "addressKey" = ANY ($2)`, shopId, addressKeys);
    return new Map(rows.map((row) => [row.addressKey, toRemembered(row)]));
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

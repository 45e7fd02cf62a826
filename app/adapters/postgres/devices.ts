import type { CourierDevice } from "@prisma/client";
import type { DeviceHolder, DeviceRecord } from "~/ports/door-records";
import { holderIn, LINK, type HolderRow } from "./links";
import type { Context } from "./store";

/** Asked for by every request of every courier's phone, and by a whole fleet at once: one statement, and nobody else's courier is read. */
const DEVICE_HOLDER = `
  SELECT jsonb_build_object('id', d.id, 'courierId', d."courierId", 'linkId', d."linkId", 'name', d.name, 'endedBy', d."endedBy") AS device,
    d."createdAt" AS "deviceCreatedAt", d."lastSeenAt", d."endedAt",
    ${LINK}, l."secretHash", d."secretHash" AS "deviceSecretHash", to_jsonb(c) AS courier
  FROM "CourierDevice" d
  JOIN "AccessLink" l ON l."shopId" = d."shopId" AND l.id = d."linkId" AND l.kind = 'courier'
  JOIN "Courier" c ON c."shopId" = d."shopId" AND c.id = d."courierId"
  WHERE d."shopId" = $1::uuid AND d."secretHash" = ANY($2::text[])`;
const SEEN = `UPDATE "CourierDevice" SET "lastSeenAt" = $2::timestamptz WHERE "shopId" = $1::uuid AND id = ANY($3::uuid[])`;
type Row = HolderRow & {
  device: Omit<DeviceRecord, "createdAt" | "lastSeenAt" | "endedAt">;
  deviceCreatedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
  secretHash: string;
  deviceSecretHash: string;
};

/** By the hashes of telephones' secrets, in their order; null: nobody's. */
export async function deviceHolders({ shopId, db }: Context, secretHashes: string[]): Promise<(DeviceHolder | null)[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(DEVICE_HOLDER, shopId, secretHashes);
  const found = new Map(rows.map((row) => [row.deviceSecretHash, row]));
  return secretHashes.map((hash) => toHolder(found.get(hash)));
}

function toHolder(row: Row | undefined): DeviceHolder | null {
  if (!row) return null;
  const { device, deviceCreatedAt, lastSeenAt, endedAt } = row;
  return { device: { ...device, createdAt: deviceCreatedAt, lastSeenAt, endedAt }, ...holderIn(row, row.secretHash) };
}

export async function noteSeen({ shopId, db }: Context, ids: string[], at: Date): Promise<void> {
  await db.$executeRawUnsafe(SEEN, shopId, at, ids);
}

export const devices = (context: Context) => {
  const { shopId, db } = context;
  return {
    deviceHolder: async (secretHash: string) => (await deviceHolders(context, [secretHash]))[0]!,
    noteDeviceSeen: (id: string, at: Date) => noteSeen(context, [id], at),
    async insertDevice(device: Omit<DeviceRecord, "endedAt" | "endedBy"> & { secretHash: string }) {
      await db.courierDevice.create({ data: { shopId, ...device } });
    },
    async updateDevice(id: string, data: Partial<Pick<DeviceRecord, "linkId" | "endedAt" | "endedBy">>) {
      await db.courierDevice.update({ where: { shopId_id: { shopId, id } }, data });
    },
    async devices(courierId: string): Promise<DeviceRecord[]> {
      return (await db.courierDevice.findMany({ where: { courierId }, orderBy: { lastSeenAt: "desc" } })).map(toDevice);
    },
  };
};

const toDevice = ({ shopId: _shop, secretHash: _secret, ...device }: CourierDevice): DeviceRecord => device;

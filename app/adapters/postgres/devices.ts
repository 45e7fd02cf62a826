import type { CourierDevice } from "@prisma/client";
import type { DeviceRecord } from "~/ports/door-records";
import { holderIn, LINK, type HolderRow } from "./links";
import type { Context } from "./store";

/** Asked for by every request of every courier's phone: one statement, and no other courier is read. */
const DEVICE_HOLDER = `
  SELECT jsonb_build_object('id', d.id, 'courierId', d."courierId", 'linkId', d."linkId", 'name', d.name, 'endedBy', d."endedBy") AS device,
    d."createdAt" AS "deviceCreatedAt", d."lastSeenAt", d."endedAt",
    ${LINK}, l."secretHash", to_jsonb(c) AS courier
  FROM "CourierDevice" d
  JOIN "AccessLink" l ON l."shopId" = d."shopId" AND l.id = d."linkId" AND l.kind = 'courier'
  JOIN "Courier" c ON c."shopId" = d."shopId" AND c.id = d."courierId"
  WHERE d."shopId" = $1::uuid AND d."secretHash" = $2`;
type Row = HolderRow & {
  device: Omit<DeviceRecord, "createdAt" | "lastSeenAt" | "endedAt">;
  deviceCreatedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
  secretHash: string;
};

export const devices = ({ shopId, db }: Context) => ({
  async deviceHolder(secretHash: string) {
    const [row] = await db.$queryRawUnsafe<Row[]>(DEVICE_HOLDER, shopId, secretHash);
    if (!row) return null;
    const { device, deviceCreatedAt, lastSeenAt, endedAt } = row;
    return { device: { ...device, createdAt: deviceCreatedAt, lastSeenAt, endedAt }, ...holderIn(row, row.secretHash) };
  },
  async insertDevice(device: Omit<DeviceRecord, "endedAt" | "endedBy"> & { secretHash: string }) {
    await db.courierDevice.create({ data: { shopId, ...device } });
  },
  async updateDevice(id: string, data: Partial<Pick<DeviceRecord, "linkId" | "lastSeenAt" | "endedAt" | "endedBy">>) {
    await db.courierDevice.update({ where: { shopId_id: { shopId, id } }, data });
  },
  async devices(courierId: string): Promise<DeviceRecord[]> {
    return (await db.courierDevice.findMany({ where: { courierId }, orderBy: { lastSeenAt: "desc" } })).map(toDevice);
  },
});

const toDevice = ({ shopId: _shop, secretHash: _secret, ...device }: CourierDevice): DeviceRecord => device;

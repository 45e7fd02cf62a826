import type { AccessLink, PinState } from "~/ports/door-records";
import type { NewLink } from "~/ports/door-store";
import { toCourier } from "./rows";
import type { Context } from "./store";

/** Of a row "l". */
export const LINK = `jsonb_build_object('id', l.id, 'subjectId', l."subjectId", 'pinTries', l."pinTries") AS link,
  l."createdAt", l."expiresAt", l."revokedAt", l."pinLockedUntil"`;
const COURIER = `JOIN "Courier" c ON c."shopId" = l."shopId" AND c.id = l."subjectId"`;
/** Asked for by every request of every courier's phone: one statement, and no other courier is read. */
const LINK_HOLDER = `
  SELECT ${LINK}, to_jsonb(c) AS courier FROM "AccessLink" l ${COURIER}
  WHERE l."shopId" = $1::uuid AND l."secretHash" = $2 AND l.kind = 'courier'`;

/** A link and its courier as one statement has them: JSON knows no instants, so that those stand beside it. */
export type HolderRow = Pick<AccessLink, "createdAt" | "expiresAt" | "revokedAt" | "pinLockedUntil"> & {
  link: Pick<AccessLink, "id" | "subjectId" | "pinTries">;
  courier: Parameters<typeof toCourier>[0];
};
export const holderIn = ({ link, courier, createdAt, expiresAt, revokedAt, pinLockedUntil }: HolderRow, secretHash: string) => ({
  link: { ...link, kind: "courier" as const, secretHash, createdAt, expiresAt, revokedAt, pinLockedUntil },
  courier: toCourier(courier),
  pinHash: courier.pinHash,
});

export const links = ({ shopId, db, clock }: Context) => ({
  async insertLink(link: NewLink) {
    await db.accessLink.create({ data: { shopId, ...link } });
  },
  async linkHolder(secretHash: string) {
    const [row] = await db.$queryRawUnsafe<HolderRow[]>(LINK_HOLDER, shopId, secretHash);
    return row ? holderIn(row, secretHash) : null;
  },
  async links(kind: AccessLink["kind"], subjectId: string): Promise<AccessLink[]> {
    return (await db.accessLink.findMany({ where: { kind, subjectId }, orderBy: { createdAt: "desc" } })) as AccessLink[];
  },
  async revokeLink(id: string) {
    await db.accessLink.update({ where: { shopId_id: { shopId, id } }, data: { revokedAt: clock.now() } });
  },
  async touchLink(id: string) {
    await db.accessLink.update({ where: { shopId_id: { shopId, id } }, data: { lastUsedAt: clock.now() } });
  },
  async setPin(courierId: string, pinHash: string | null) {
    await db.courier.update({ where: { shopId_id: { shopId, id: courierId } }, data: { pinHash } });
  },
  async hasPin(courierId: string): Promise<boolean> {
    return (await db.courier.count({ where: { id: courierId, pinHash: { not: null } } })) > 0;
  },
  pinState: (id: string): Promise<PinState> =>
    db.accessLink.findUniqueOrThrow({ where: { shopId_id: { shopId, id } }, select: { pinTries: true, pinLockedUntil: true } }),
  async notePinTry(id: string, state: PinState) {
    await db.accessLink.update({ where: { shopId_id: { shopId, id } }, data: state });
  },
});

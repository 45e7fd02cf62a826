import type { AccessLink, Courier } from "~/ports/records";
import { toCourier } from "./rows";
import type { Context } from "./store";

/** Asked for by every request of every courier's phone: one statement, and no other courier is read. */
const HOLDER = `
  SELECT l.id::text AS id, l."subjectId"::text AS "subjectId", l."createdAt", l."expiresAt", l."revokedAt", to_jsonb(c) AS courier
  FROM "AccessLink" l JOIN "Courier" c ON c."shopId" = l."shopId" AND c.id = l."subjectId"
  WHERE l."shopId" = $1::uuid AND l."secretHash" = $2 AND l.kind = 'courier'`;
type Held = Omit<AccessLink, "kind" | "secretHash"> & { courier: Parameters<typeof toCourier>[0] };

export const links = ({ shopId, db, clock }: Context) => ({
  async insertLink(link: Omit<AccessLink, "revokedAt">) {
    await db.accessLink.create({ data: { shopId, ...link } });
  },
  async linkBySecretHash(secretHash: string): Promise<AccessLink | null> {
    return (await db.accessLink.findUnique({ where: { shopId_secretHash: { shopId, secretHash } } })) as AccessLink | null;
  },
  async linkHolder(secretHash: string): Promise<{ link: AccessLink; courier: Courier } | null> {
    const [held] = await db.$queryRawUnsafe<Held[]>(HOLDER, shopId, secretHash);
    if (!held) return null;
    const { courier, ...link } = held;
    return { link: { ...link, kind: "courier", secretHash }, courier: toCourier(courier) };
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
});

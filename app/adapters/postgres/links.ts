import type { AccessLink } from "~/ports/records";
import type { Context } from "./store";

export const links = ({ shopId, db, clock }: Context) => ({
  async insertLink(link: Omit<AccessLink, "revokedAt">) {
    await db.accessLink.create({ data: { shopId, ...link } });
  },
  async linkBySecretHash(secretHash: string): Promise<AccessLink | null> {
    return (await db.accessLink.findUnique({ where: { shopId_secretHash: { shopId, secretHash } } })) as AccessLink | null;
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

import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { EstablishmentRecord } from "~/ports/document-records";

export type SaveEstablishment = { shopId: string; actor: string; establishment: Omit<EstablishmentRecord, "issuerId"> };

/** What documents of an establishment say of it; null: the issuer's. PermanentFailure issuer_missing, establishment_unknown { code }. */
export async function saveEstablishment(
  { store }: Pick<Ports, "store">,
  { shopId, actor, establishment }: SaveEstablishment,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("issuer");
    const issuer = await s.issuer();
    if (!issuer) throw new PermanentFailure("issuer_missing");
    const { code } = establishment;
    if (!(await s.series(issuer.id)).some((one) => one.establishment === code))
      throw new PermanentFailure("establishment_unknown", { code });
    await s.saveEstablishment({ ...establishment, issuerId: issuer.id });
    await s.record({ actor, type: "establishment", from: null, to: "saved", reason: { code: "establishment_saved", params: { code } } });
  });
}

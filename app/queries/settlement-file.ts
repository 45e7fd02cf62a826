import type { Statement } from "~/domain/settlement/statement";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { SettlementRecord } from "~/ports/settlement";
import { contentOf } from "~/workflows/settlement/issue-settlement";

export type SettlementFile = { shop: Shop; settlement: SettlementRecord; statement: Statement };

/** A statement as it was issued, for whoever holds a signed link that is still in force. */
export async function settlementFile(
  { store, links, clock }: Pick<Ports, "store" | "links" | "clock">,
  { token }: { token: string },
): Promise<SettlementFile | null> {
  const link = links.openFileToken(token, clock.now());
  const shop = link?.kind === "settlement" ? await store.shopByPublicKey(link.publicKey) : null;
  const settlement = link && shop ? await store.of(shop.id).findSettlement(link.id) : null;
  return settlement && shop ? { shop, settlement, statement: contentOf(settlement) } : null;
}

import type { ShadowResult } from "~/domain/shadow-month/result";
import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

export type ShadowTable = { shop: Shop; month: string; results: ShadowResult[] };

/** All orders of a month that was looked at, for whoever holds a signed link that is still in force. */
export async function shadowTable(
  { links, clock, store, screens }: Pick<QueryPorts, "links" | "clock" | "store" | "screens">,
  { token }: { token: string },
): Promise<ShadowTable | null> {
  const link = links.openFileToken(token, clock.now());
  const shop = link?.kind === "shadow-table" ? await store.shopByPublicKey(link.publicKey) : null;
  const run = link && shop && (await store.of(shop.id).shadowRun(link.id));
  return run && shop ? { shop, month: run.month, results: await screens.shadowResults(shop.id, run.id) } : null;
}

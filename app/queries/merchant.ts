import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

type Authenticated = { session: { shop: string }; sessionToken?: { sub?: string } };

/** The shop that a session token speaks for, and the person as the events name them (Shopify's user number: no personal data). */
export async function merchant(
  { store }: Pick<Ports, "store">,
  { session, sessionToken }: Authenticated,
): Promise<{ shop: Shop; actor: string }> {
  const shop = await store.shopByDomain(session.shop);
  if (!shop) throw new Error(`${session.shop} is authenticated but not installed`);
  return { shop, actor: sessionToken?.sub ? `merchant:${sessionToken.sub}` : "merchant" };
}

import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Needs = Pick<Ports, "store" | "links" | "clock" | "mail" | "letters">;
type Request = { requestId: string; orderGids: string[] };

/** As long as Shopify gives the merchant to answer. */
const VALID_DAYS = 30;

/**
 * A buyer asked for their data: the merchant must hand them over, so they get a mail with links to what we hold, and a note at each order
 * until they say that it is done. Nothing is copied: the link opens what we hold then.
 */
export async function answerDataRequest(ports: Needs, s: ShopStore, { requestId, orderGids }: Request): Promise<string> {
  const orders: OrderRecord[] = [];
  for (const gid of orderGids) {
    const order = await s.orderByGid(gid);
    if (order) orders.push(order);
  }
  const told = orders.length > 0 && (await mailMerchant(ports, s, requestId, orders));
  await ports.store.change(s.shopId, async (change) => {
    for (const { id } of orders) await change.record({ orderId: id, actor: "shopper", type: "privacy", from: null, to: "data_requested" });
  });
  return `data request for ${orders.length} orders recorded for the merchant${told ? ", mailed" : ""}`;
}

/** False: the shop has no address, or its address takes no mail; then the orders' pages must do. */
async function mailMerchant(
  { links, clock, mail, letters }: Needs,
  s: ShopStore,
  requestId: string,
  orders: OrderRecord[],
): Promise<boolean> {
  const shop = await s.shop();
  if (!shop.email) return false;
  const expiresAt = new Date(clock.now().getTime() + VALID_DAYS * 86_400_000);
  const letter = letters.dataRequest({
    to: shop.email,
    locale: shop.locale,
    shop,
    expiresAt,
    orders: orders.map(({ id, name }) => ({ name, url: links.fileUrl({ publicKey: shop.publicKey, kind: "buyer-data", id }, expiresAt) })),
    messageId: `<data-request-${requestId.replace(/[^\w-]/g, "")}@${shop.domain}>`,
  });
  try {
    await mail.send(letter);
    return true;
  } catch (error) {
    if (error instanceof PermanentFailure) return false;
    throw error;
  }
}

/** The merchant handed the data over: the order no longer asks for it. */
export async function closeDataRequest(
  { store }: Pick<Ports, "store">,
  { shopId, orderId, actor }: { shopId: string; orderId: string; actor: string },
): Promise<void> {
  await store.of(shopId).record({ orderId, actor, type: "privacy", from: "data_requested", to: "data_given" });
}

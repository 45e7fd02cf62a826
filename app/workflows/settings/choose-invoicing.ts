import type { GiftCardRule } from "~/domain/document/gift-cards";
import type { Ports } from "~/ports/ports";

export type ChooseInvoicing = { shopId: string; actor: string; giftCards: GiftCardRule };

/** What an order's invoice covers, as the accountant says. Documents already numbered keep theirs. */
export async function chooseInvoicing({ store }: Pick<Ports, "store">, { shopId, actor, giftCards }: ChooseInvoicing): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.updateShop({ giftCards });
    await s.record({ actor, type: "invoicing", from: null, to: giftCards });
  });
}

import type { GiftCardRule } from "~/domain/document/gift-cards";
import type { InvoicePer } from "~/domain/document/invoice-per";
import type { Ports } from "~/ports/ports";

export type ChooseInvoicing = { shopId: string; actor: string; giftCards: GiftCardRule; invoicePer: InvoicePer };

/** What an invoice covers, as the accountant says. An order whose invoicing has begun goes on as it began. */
export async function chooseInvoicing({ store }: Pick<Ports, "store">, { shopId, actor, ...rules }: ChooseInvoicing): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.updateShop(rules);
    await s.record({ actor, type: "invoicing", from: null, to: `${rules.invoicePer}, ${rules.giftCards}` });
  });
}

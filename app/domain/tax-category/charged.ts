import type { OrderLine, TaxCategory } from "~/domain/order/order";

/** Of the rates that Shopify charged, the one of value added tax: not its 0 %, not the product's excise. */
export const chargedRate = (rates: readonly number[], category: Pick<TaxCategory, "excise"> | null): number =>
  rates.find((rate) => rate !== 0 && rate !== category?.excise?.rateBasisPoints) ?? 0;

/** Whether nobody can say that a product was charged rightly: without tax and without a category, or at a rate out of force. */
export const isUnconfirmed = ({
  charged,
  isCategorised,
  lawful,
}: {
  charged: number;
  isCategorised: boolean;
  lawful: ReadonlySet<number>;
}) => (charged === 0 ? !isCategorised : !lawful.has(charged));

/** The products on an order whose rate nobody has confirmed, each once. Lines with their categories. */
export function unconfirmedProducts(
  lines: readonly OrderLine[],
  lawful: ReadonlySet<number>,
): { productId: string; title: string; rateBasisPoints: number }[] {
  const found = new Map<string, { productId: string; title: string; rateBasisPoints: number }>();
  for (const { productId, title, taxLines, taxCategory = null, quantity } of lines) {
    const charged = chargedRate(
      taxLines.map(({ rateBasisPoints }) => rateBasisPoints),
      taxCategory,
    );
    if (productId && quantity > 0 && isUnconfirmed({ charged, isCategorised: taxCategory !== null, lawful }))
      found.set(productId, { productId, title, rateBasisPoints: charged });
  }
  return [...found.values()];
}

import fc from "fast-check";
import type { PricedOrder } from "~/domain/document/totals";
import type { OrderLine, TaxCategory, TaxLine } from "~/domain/order/order";
import { aSaleLine, aShippingLine } from "./sales";

const RATES = [0, 500, 800, 1500, 1500, 1500];

/** From a low rate to as much as the price itself. */
const EXCISES = [
  { code: "3610", rateBasisPoints: 2000 },
  { code: "3053", rateBasisPoints: 1000 },
  { code: "3640", rateBasisPoints: 10_000 },
];

type Drawn = {
  quantity: number;
  unitMinor: number;
  discountPercent: number;
  rateBasisPoints: number;
  isListed: boolean;
  isExciseListed: boolean;
  category: TaxCategory | null;
};

const categories: fc.Arbitrary<TaxCategory | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  fc.constantFrom<TaxCategory>({ vat: "exempt" }, { vat: "not_subject" }, { vat: "rated" }),
  fc.constantFrom(...EXCISES).map((excise) => ({ vat: "rated" as const, excise })),
  fc.integer({ min: 1, max: 24 }).map((perItem) => ({ vat: "rated" as const, bottle: { perItem } })),
  fc.constantFrom(...EXCISES).map((excise) => ({ vat: "rated" as const, excise, bottle: { perItem: 1 } })),
);

const sold: fc.Arbitrary<Drawn> = fc
  .record({
    quantity: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.integer({ min: 1, max: 30_000 })),
    unitMinor: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 9_999_999 })),
    discountPercent: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 100 })),
    rateBasisPoints: fc.constantFrom(...RATES),
    isListed: fc.boolean(),
    isExciseListed: fc.boolean(),
    category: categories,
  })
  .map((drawn) => {
    // A bottle's tax is part of its price: nobody sells it, or gives it away, below that.
    if (drawn.category?.bottle) return { ...drawn, unitMinor: drawn.unitMinor + 4 * drawn.category.bottle.perItem, discountPercent: 0 };
    return drawn.category && drawn.category.vat !== "rated" ? { ...drawn, rateBasisPoints: 0 } : drawn;
  });

/** What Shopify writes on a line: each tax on the price alone, rounded by line, out of the price or on top of it. */
function taxLinesOf({ rateBasisPoints, isListed, isExciseListed, category }: Drawn, netMinor: number, included: boolean): TaxLine[] {
  const excise = isExciseListed && rateBasisPoints > 0 ? category?.excise : undefined;
  const all = rateBasisPoints + (excise?.rateBasisPoints ?? 0);
  const taxOf = (rate: number) => Math.round((netMinor * rate) / (included ? 10_000 + all : 10_000));
  const listed = rateBasisPoints > 0 || isListed ? [{ title: "IVA", rateBasisPoints, amountMinor: taxOf(rateBasisPoints) }] : [];
  return excise
    ? [{ title: "ICE", rateBasisPoints: excise.rateBasisPoints, amountMinor: taxOf(excise.rateBasisPoints) }, ...listed]
    : listed;
}

function price(drawn: Drawn, orderDiscountPercent: number, included: boolean) {
  const originalMinor = drawn.quantity * drawn.unitMinor;
  const afterLine = originalMinor - Math.floor((originalMinor * drawn.discountPercent) / 100);
  const isReduced = !drawn.category?.bottle;
  const netMinor = isReduced ? afterLine - Math.floor((afterLine * orderDiscountPercent) / 100) : afterLine;
  return { originalMinor, netMinor, taxLines: taxLinesOf(drawn, netMinor, included) };
}

export const paidFor = (priced: { netMinor: number; taxLines: TaxLine[] }, taxesIncluded: boolean): number =>
  priced.netMinor + (taxesIncluded ? 0 : priced.taxLines.reduce((sum, tax) => sum + tax.amountMinor, 0));

const aLine = (drawn: Drawn, index: number, priced: Pick<OrderLine, "originalMinor" | "netMinor" | "taxLines">): OrderLine =>
  aSaleLine({
    id: `gid://shopify/LineItem/${index}`,
    title: `Line ${index}`,
    sku: null,
    quantity: drawn.quantity,
    ...priced,
    taxCategory: drawn.category,
  });

/**
 * Orders as Shopify makes them: prices with and without tax, several rates, line and order discounts, categories, shipping, tips, duties and
 * fees; amounts from nothing to many millions.
 */
export const generatedOrders: fc.Arbitrary<PricedOrder> = fc
  .record({
    goods: fc.array(sold, { minLength: 1, maxLength: 14 }),
    shipping: fc.option(sold, { nil: null }),
    orderDiscountPercent: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 90 })),
    taxesIncluded: fc.boolean(),
    tipMinor: fc.constantFrom(0, 0, 75),
    dutiesMinor: fc.constantFrom(0, 0, 0, 1234),
    additionalFeesMinor: fc.constantFrom(0, 0, 0, 99),
  })
  .map(({ goods, shipping, orderDiscountPercent, taxesIncluded, tipMinor, dutiesMinor, additionalFeesMinor }) => {
    const lines = goods.map((line, index) => aLine(line, index, price(line, orderDiscountPercent, taxesIncluded)));
    const carried = shipping && price({ ...shipping, quantity: 1, category: null }, 0, taxesIncluded);
    const shippingLines = carried ? [aShippingLine(carried)] : [];
    const paid = [...lines, ...shippingLines].reduce((sum, line) => sum + paidFor(line, taxesIncluded), 0);
    const totalMinor = paid + tipMinor + dutiesMinor + additionalFeesMinor;
    const charges = { tipMinor, dutiesMinor, additionalFeesMinor };
    const untouched = { refunds: [], removedLines: [], removedShippingLines: [] };
    return { lines, shippingLines, taxesIncluded, ...charges, ...untouched, totalMinor, currency: "USD" };
  });

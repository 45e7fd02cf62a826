import type { Core } from "../domain/core.ts";
import type { Draft, DraftLine, Extras } from "../domain/draft.ts";
import type { Product } from "../domain/catalogue-state.ts";
import type { Address } from "../domain/order-state.ts";
import type { Shop } from "../domain/state.ts";
import { rateOf } from "./amounts.ts";
import type { OrderBody } from "./order-body.ts";

const MILLION = 1_000_000;

/** The order as checkout would hold it, its shipping still to be asked for unless the body brings its own. */
export function draftOf(core: Core, shop: Shop, body: OrderBody): Draft {
  const { customer, shipping } = body;
  return {
    customer: { firstName: customer.firstName, lastName: customer.lastName, phone: customer.phone ?? null, email: customer.email },
    shippingAddress: addressOf(body),
    lines: body.lines.map((line) => lineOf(core, shop, line)),
    discount: body.discount ?? null,
    shipping: shipping ? { ...shipping, code: shipping.title, source: "shopify" } : null,
    payment: body.payment,
    taxesIncluded: body.taxesIncluded ?? shop.taxesIncluded,
    locale: body.locale,
    note: body.note ?? null,
    customAttributes: [],
    cartMetafields: metafieldsOf(shop, body),
    extras: extrasOf(body),
  };
}

function addressOf({ customer, shippingAddress: address }: OrderBody): Address | null {
  if (!address) return null;
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    phone: customer.phone ?? null,
    company: null,
    address1: address.address1,
    address2: address.address2 ?? null,
    city: address.city,
    province: address.province ?? null,
    zip: address.zip || null,
    countryCode: address.countryCode,
    latitude: address.latitude ?? null,
    longitude: address.longitude ?? null,
  };
}

type Line = OrderBody["lines"][number];
function lineOf(core: Core, shop: Shop, line: Line): DraftLine {
  const product = productOf(core, shop, line);
  return {
    title: line.title,
    sku: line.sku ?? null,
    quantity: line.quantity,
    unitPrice: line.price,
    taxable: line.taxable,
    taxRateBasisPoints: rateOf(line),
    vendor: shop.name,
    grams: line.requiresShipping ? 500 : 0,
    requiresShipping: line.requiresShipping && !line.giftCard,
    isGiftCard: line.giftCard,
    ownDiscount: Math.min(line.discount ?? 0, line.price * line.quantity),
    delivery: line.delivery,
    locationId: shop.locations[line.location ?? 0]?.id,
    ...(product ? { productId: product.id, variantId: product.variantId } : {}),
  };
}

/** A line names a product of the catalogue, or brings one of its own that no storefront shows, or is an item without product. */
function productOf(core: Core, shop: Shop, { product: handle, productTags, taxCategory, title, sku, price }: Line): Product | null {
  const known = handle === undefined ? undefined : shop.products.find((one) => one.handle === handle);
  if (known || (productTags === undefined && taxCategory === undefined)) return known ?? null;
  const now = core.world.now().toISOString();
  const product: Product = {
    id: core.world.newId(),
    variantId: core.world.newId(),
    handle: handle ?? `unlisted-${shop.products.length + 1}`,
    title,
    titleEn: title,
    description: "",
    descriptionEn: "",
    vendor: shop.name,
    productType: "",
    sku: sku ?? "",
    price,
    grams: 500,
    taxable: true,
    tags: productTags ?? [],
    metafields: [],
    isListed: false,
  };
  if (taxCategory !== undefined)
    product.metafields.push({
      id: core.world.newId(),
      namespace: "$app",
      key: "tax_category",
      type: "single_line_text_field",
      value: taxCategory,
      createdAt: now,
      updatedAt: now,
    });
  shop.products.push(product);
  return product;
}

const extrasOf = (body: OrderBody): Partial<Extras> => ({
  freeShipping: body.freeShipping,
  tip: body.tip ?? 0,
  duties: body.duties ?? 0,
  fees: body.additionalFees,
  giftCard: body.giftCard ?? 0,
  cashRounding: body.cashRounding ?? 0,
  presentment: body.presentment
    ? { currency: body.presentment.currency, rateMillionths: Math.round(Number(body.presentment.rate) * MILLION) }
    : null,
  paymentTerms: body.paymentTerms ? { dueInDays: body.paymentTerms.dueInDays ?? null, dueAt: body.paymentTerms.dueAt ?? null } : null,
  source: body.source,
});

function metafieldsOf(shop: Shop, { fiscalData }: OrderBody): Draft["cartMetafields"] {
  if (!fiscalData) return [];
  const value = JSON.stringify({ schemaVersion: 1, country: shop.address.countryCode, ...fiscalData });
  return [{ key: "fiscal_data", type: "json", value }];
}

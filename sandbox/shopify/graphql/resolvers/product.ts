import { gid } from "../../domain/gid.ts";
import type { Line } from "../../domain/order-state.ts";
import type { Shop } from "../../domain/state.ts";
import { metafieldFields } from "./metafield.ts";

export function productNode(shop: Shop, id: number | null): Record<string, unknown> | null {
  const product = shop.products.find((one) => one.id === id);
  if (!product) return null;
  return {
    __typename: "Product",
    id: gid("Product", product.id),
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    productType: product.productType,
    status: "ACTIVE",
    category: null,
    tags: [...product.tags].sort(),
    inCollection: ({ id: collection }: { id: string }) =>
      shop.collections.some((one) => gid("Collection", one.id) === collection && one.productIds.includes(product.id)),
    ...metafieldFields(product.metafields, "PRODUCT"),
  };
}

export const variantNode = ({ variantId, sku }: Line): Record<string, unknown> | null =>
  variantId === null
    ? null
    : { __typename: "ProductVariant", id: gid("ProductVariant", variantId), barcode: null, sku, title: "Default Title" };

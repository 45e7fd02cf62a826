import type { Cents } from "./cents.ts";
import type { Metafield } from "./order-state.ts";

export interface Product {
  id: number;
  variantId: number;
  handle: string;
  title: string;
  titleEn: string;
  description: string;
  descriptionEn: string;
  vendor: string;
  productType: string;
  sku: string;
  price: Cents;
  grams: number;
  taxable: boolean;
  tags: string[];
  metafields: Metafield[];
  /** False: sold by an order that named it, shown in no storefront. */
  isListed: boolean;
}

export interface Collection {
  id: number;
  title: string;
  handle: string;
  productIds: number[];
}

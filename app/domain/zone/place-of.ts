import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import type { Place } from "./zone";

type Sold = { shippingAddress: PostalAddress | null };

/** Where an order goes, as far as zones look at it. */
export const placeOf = ({ shippingAddress: address }: Sold): Place => ({
  countryCode: address?.countryCode ?? null,
  province: address?.province ?? null,
  city: address?.city ?? null,
  zip: address?.zip ?? null,
  address2: address?.address2 ?? null,
});

/** The place in a few words, for people: "Loja 110101". */
export const placeInWords = ({ shippingAddress: address }: Pick<SaleOrder, "shippingAddress">): string =>
  [address?.city, address?.zip].filter(Boolean).join(" ") || "?";

export const isSamePlace = (one: Place, other: Place): boolean =>
  (Object.keys(one) as (keyof Place)[]).every((field) => one[field] === other[field]);

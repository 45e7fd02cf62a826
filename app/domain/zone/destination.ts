import { foldName } from "~/domain/gazetteer/fold-name";
import { pointOf } from "~/domain/geo/point";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import type { KnownPosition, Place } from "./find-zone";

type Sold = { shippingAddress: PostalAddress | null };

/** Where an order goes, as far as zones look at it. */
export const destinationOf = ({ shippingAddress: address }: Sold): Place => ({
  countryCode: address?.countryCode ?? null,
  province: address?.province ?? null,
  city: cityOf(address),
  zip: address?.zip ?? null,
  address1: address?.address1 ?? null,
  address2: address?.address2 ?? null,
  position: positionOf(address),
});

/** A district chosen in the cart stands before the city, as in "Cumbayá, Quito": where the two contradict each other, that is noticed. */
function cityOf(address: PostalAddress | null): string | null {
  const { district, city } = address ?? {};
  return district && city && foldName(district) !== foldName(city) ? `${district}, ${city}` : (district ?? city ?? null);
}

function positionOf(address: PostalAddress | null): KnownPosition | null {
  const point = pointOf(address);
  return point && { ...point, source: "shopify" };
}

/** It in a few words, for people: "Loja 110101". */
export const destinationInWords = ({ shippingAddress: address }: Pick<SaleOrder, "shippingAddress">): string =>
  [address?.city, address?.zip].filter(Boolean).join(" ") || "?";

export const isSameDestination = (one: Place, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other);

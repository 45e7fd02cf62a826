import type { PostalAddress } from "./order";

/** Street, second line and city, as documents print an address; null when there is none. */
export const addressLine = (address: Pick<PostalAddress, "address1" | "address2" | "city"> | null): string | null =>
  (address && [address.address1, address.address2, address.city].filter(Boolean).join(", ")) || null;

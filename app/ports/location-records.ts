import type { PostalAddress } from "~/domain/order/order";

/** The merchant hasn't granted the scope for it. */
export type LocationsRefusal = { state: "no_scope"; reason: string };

/** A place of the shop as Shopify has it. */
export type ShopLocation = Omit<PostalAddress, "name" | "phone" | "latitude" | "longitude"> & {
  gid: string;
  name: string;
  active: boolean;
};

/** What it is to the tax authority: both null, and what leaves from it is numbered at the default place. */
export type LocationLink = { establishment: string | null; emissionPoint: string | null; originAddress: string | null };

export type LocationRecord = ShopLocation & LocationLink & { id: string };

import type { Issuer } from "~/domain/document/document";
import { addressLine } from "~/domain/order/address-line";

type Location = { originAddress: string | null; address1: string | null; address2: string | null; city: string | null };

/** Where goods leave from, as a dispatch guide says it: what the merchant wrote of the location, else its own address, else the issuer's. */
export const originAddress = (location: Location | null, issuer: Pick<Issuer, "establishmentAddress" | "mainAddress">): string =>
  location?.originAddress || addressLine(location) || issuer.establishmentAddress || issuer.mainAddress;

import type { PostalAddress } from "~/domain/order/order";
import type { AddressNode } from "./order-node";

export const toAddress = (address: AddressNode | null): PostalAddress | null =>
  address && {
    name: address.name,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    zip: address.zip,
    countryCode: address.countryCodeV2,
    phone: address.phone,
    latitude: address.latitude,
    longitude: address.longitude,
  };

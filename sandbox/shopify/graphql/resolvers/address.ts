import { countryName } from "../../domain/country.ts";
import { gid } from "../../domain/gid.ts";
import type { Address } from "../../domain/order-state.ts";

const nameOf = (address: Address): string => [address.firstName, address.lastName].filter(Boolean).join(" ");

export const addressNode = (address: Address, id: number) => ({
  __typename: "MailingAddress",
  id: `${gid("MailingAddress", id)}?model_name=Address`,
  firstName: address.firstName,
  lastName: address.lastName,
  name: nameOf(address) || null,
  company: address.company,
  address1: address.address1,
  address2: address.address2,
  city: address.city,
  province: address.province,
  provinceCode: null,
  zip: address.zip,
  country: countryName(address.countryCode),
  countryCode: address.countryCode,
  countryCodeV2: address.countryCode,
  phone: address.phone,
  latitude: address.latitude,
  longitude: address.longitude,
  coordinatesValidated: address.latitude !== null,
  timeZone: null,
  formattedArea: [address.city, countryName(address.countryCode)].filter(Boolean).join(", "),
  formatted: () => [nameOf(address), address.address1, address.address2, address.city, countryName(address.countryCode)].filter(Boolean),
});

export const destinationNode = (address: Address, id: number, email: string | null) => ({
  __typename: "FulfillmentOrderDestination",
  id: gid("FulfillmentOrderDestination", id),
  firstName: address.firstName,
  lastName: address.lastName,
  company: address.company,
  address1: address.address1,
  address2: address.address2,
  city: address.city,
  province: address.province,
  zip: address.zip,
  countryCode: address.countryCode,
  phone: address.phone,
  email,
  location: null,
});

import { countryName } from "../../domain/country.ts";
import { gid } from "../../domain/gid.ts";
import type { Customer, Location, Shop } from "../../domain/state.ts";
import type { Context } from "../context.ts";
import { metafieldFields } from "./metafield.ts";

const planNames = { basic: "Basic", shopify: "Shopify", advanced: "Advanced", plus: "Shopify Plus" } as const;
const offsets: Record<string, { text: string; minutes: number }> = { "America/Guayaquil": { text: "-0500", minutes: -300 } };

export function shopNode(shop: Shop): Record<string, unknown> {
  const { address } = shop;
  const offset = offsets[shop.ianaTimezone];
  const url = `https://${shop.domain}`;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url,
    currencyCode: shop.currency,
    primaryDomain: { __typename: "Domain", id: gid("Domain", shop.id), host: shop.domain, url, sslEnabled: true },
    ianaTimezone: shop.ianaTimezone,
    timezoneAbbreviation: "-05",
    timezoneOffset: offset?.text,
    timezoneOffsetMinutes: offset?.minutes,
    taxesIncluded: shop.taxesIncluded,
    taxShipping: true,
    shopOwnerName: shop.owner,
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    setupRequired: false,
    unitSystem: "METRIC_SYSTEM",
    weightUnit: "KILOGRAMS",
    enabledPresentmentCurrencies: [shop.currency],
    shipsToCountries: ["EC"],
    checkoutApiSupported: true,
    plan: { publicDisplayName: planNames[shop.plan], partnerDevelopment: false, shopifyPlus: shop.plan === "plus" },
    shopAddress: {
      __typename: "ShopAddress",
      id: `${gid("ShopAddress", shop.id)}?model_name=Shop`,
      company: address.company,
      address1: address.address1,
      address2: address.address2,
      city: address.city,
      zip: address.zip,
      province: null,
      provinceCode: null,
      country: countryName(address.countryCode),
      countryCodeV2: address.countryCode,
      phone: address.phone,
      latitude: null,
      longitude: null,
      coordinatesValidated: false,
    },
    ...metafieldFields(shop.metafields, "SHOP"),
  };
}

export const locationNode = (shop: Shop, location: Location): Record<string, unknown> => ({
  __typename: "Location",
  id: gid("Location", location.id),
  legacyResourceId: String(location.id),
  name: location.name,
  isActive: location.active,
  fulfillsOnlineOrders: location.active,
  shipsInventory: location.active,
  address: {
    address1: location.address1,
    address2: null,
    city: location.city,
    zip: null,
    province: null,
    provinceCode: null,
    country: countryName(shop.address.countryCode),
    countryCode: shop.address.countryCode,
    phone: shop.address.phone,
    latitude: null,
    longitude: null,
  },
});

export const customerNode = (customer: Customer): Record<string, unknown> => ({
  __typename: "Customer",
  id: gid("Customer", customer.id),
  legacyResourceId: String(customer.id),
  firstName: customer.firstName,
  lastName: customer.lastName,
  displayName: [customer.firstName, customer.lastName].filter(Boolean).join(" ") || customer.email || "",
  taxExempt: false,
  taxExemptions: [],
  tags: [],
  note: null,
  createdAt: customer.createdAt,
  updatedAt: customer.createdAt,
  locale: "es-EC",
  state: "DISABLED",
  verifiedEmail: true,
  defaultEmailAddress: customer.email ? { emailAddress: customer.email, validFormat: true } : null,
  defaultPhoneNumber: customer.phone ? { phoneNumber: customer.phone } : null,
  ...metafieldFields([], "SHOP"),
});

export const appInstallationNode = (context: Context): Record<string, unknown> => ({
  __typename: "AppInstallation",
  id: gid("AppInstallation", context.shop.id),
  accessScopes: context.core.config.scopes.map((handle) => ({ handle, description: handle })),
  launchUrl: `https://admin.shopify.com/store/${context.shop.domain.split(".")[0]}/apps/${context.core.config.handle}`,
  activeSubscriptions: [],
  ...metafieldFields(context.shop.appMetafields, "API_PERMISSION"),
  app: {
    __typename: "App",
    id: gid("App", 101),
    title: context.core.config.name,
    handle: context.core.config.handle,
    apiKey: context.core.config.clientId,
    embedded: true,
  },
});

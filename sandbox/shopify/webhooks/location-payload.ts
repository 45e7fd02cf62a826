import { countryName } from "../domain/country.ts";
import { gid } from "../domain/gid.ts";
import type { Location, Shop } from "../domain/state.ts";

/** What a webhook says of a place of the shop; of one that is gone only its id is told. */
export const locationPayload = (shop: Shop, location: Location, now: Date): Record<string, unknown> => ({
  id: location.id,
  name: location.name,
  address1: location.address1,
  address2: null,
  city: location.city,
  zip: null,
  province: null,
  country: shop.address.countryCode,
  phone: shop.address.phone,
  created_at: now.toISOString(),
  updated_at: now.toISOString(),
  country_code: shop.address.countryCode,
  country_name: countryName(shop.address.countryCode),
  province_code: null,
  legacy: false,
  active: location.active,
  admin_graphql_api_id: gid("Location", location.id),
});

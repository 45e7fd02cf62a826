import { ecuador } from "./ec/index";
import type { CountryPack } from "./pack";

const PACKS: Readonly<Record<string, CountryPack>> = { EC: ecuador };

/** The pack of a country (ISO 3166, "EC"); throws RangeError for a country nobody wrote one for. */
export function countryPack(country: string): CountryPack {
  const pack = Object.hasOwn(PACKS, country) ? PACKS[country] : undefined;
  if (!pack) throw new RangeError(`there is no country pack for "${country}"`);
  return pack;
}

/** The countries documents can be issued in. */
export const COUNTRIES: readonly string[] = Object.keys(PACKS);

/** An area with its prices. `places` and `postalPatterns` are alternatives: any of them puts an address inside. */
export type ZoneArea = {
  id: string;
  name: string;
  priority: number;
  countryCode: string;
  places: string[];
  postalPatterns: string[];
  active: boolean;
};

export type Place = {
  countryCode: string | null;
  province: string | null;
  city: string | null;
  zip: string | null;
  address2: string | null;
};

export type ZoneMatch<Z> = { zone: Z; by: "place" | "postal"; what: string };

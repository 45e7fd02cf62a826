/** Whose questions and answers a geocoder speaks. */
export const GEOCODER_KINDS = ["nominatim", "photon", "google"] as const;
export type GeocoderKind = (typeof GEOCODER_KINDS)[number];

/** How long checkout waits for one: shoppers don't notice. */
export const CHECKOUT_PATIENCE_MS = 800;
/** How long an order that is being assigned waits. */
export const ORDER_PATIENCE_MS = 5_000;

import { z } from "zod";
import { haversine } from "~/domain/geo/point";
import type { Whereabouts } from "~/domain/position/address-text";
import { linesOf, withQuery, type Shape } from "./shape";

const degrees = z.coerce.number().min(-180).max(180);
const answer = z.array(
  z.object({
    lat: degrees,
    lon: degrees,
    /** South, north, west, east. */
    boundingbox: z.tuple([degrees, degrees, degrees, degrees]),
    place_rank: z.number().optional(),
  }),
);

/** How far off it is at least, by the rank of what was found: a town is a point with a small box to many a map. https://nominatim.org/release-docs/latest/customize/Ranking/ */
const LEAST_METRES: readonly [upToRank: number, metres: number][] = [
  [12, 20_000],
  [16, 5_000],
  [20, 2_500],
  [25, 1_000],
  [Infinity, 20],
];

/** https://nominatim.org/release-docs/latest/api/Search/; the public server takes one question a second (its usage policy). */
export const nominatim: Shape = {
  everyMs: 1000,
  questions({ url, address, key }) {
    const countrycodes = address.countryCode?.toLowerCase();
    // What is asked part by part can't be asked in one line as well, and has no part for a quarter.
    const lines = linesOf({ ...address, zip: null }).map((q) => ({ q }));
    const asked = address.city && address.address1 ? [partsOf(address), ...lines] : lines;
    return asked.map((parts) => withQuery(url, "/search", { ...parts, format: "jsonv2", limit: "1", key, countrycodes }));
  },
  read(body) {
    const [first] = answer.parse(body);
    if (!first) return null;
    const [south, north, west, east] = first.boundingbox;
    const across = haversine({ latitude: south, longitude: west }, { latitude: north, longitude: east });
    const [, least] = LEAST_METRES.find(([upToRank]) => (first.place_rank ?? Infinity) <= upToRank)!;
    return { point: { latitude: first.lat, longitude: first.lon }, metres: Math.max(least, Math.round(across / 2)) };
  },
};

/** Districts are typed into the postal field; a code has a digit. */
const partsOf = ({ address1, city, province, zip }: Whereabouts) => ({
  ...{ street: address1?.trim(), city: city?.trim(), state: province?.trim() },
  postalcode: /\d/.test(zip ?? "") ? zip?.trim() : null,
});

import { z } from "zod";
import { oneLine, withQuery, type Shape } from "./shape";

const answer = z.object({
  status: z.enum(["OK", "ZERO_RESULTS"]),
  results: z.array(
    z.object({
      geometry: z.object({ location: z.object({ lat: z.number(), lng: z.number() }), location_type: z.string() }),
    }),
  ),
});
const METRES: Record<string, number> = { ROOFTOP: 20, RANGE_INTERPOLATED: 100, GEOMETRIC_CENTER: 500 };
const APPROXIMATE_METRES = 5000;

/** The shape of Google's Geocoding API, which several others speak too. */
export const google: Shape = {
  everyMs: 20,
  question: ({ url, address, key }) =>
    withQuery(url, "/maps/api/geocode/json", {
      address: oneLine(address),
      components: address.countryCode ? `country:${address.countryCode}` : null,
      key,
    }),
  read(body) {
    const [first] = answer.parse(body).results;
    if (!first) return null;
    const { location, location_type: type } = first.geometry;
    return { point: { latitude: location.lat, longitude: location.lng }, metres: METRES[type] ?? APPROXIMATE_METRES };
  },
};

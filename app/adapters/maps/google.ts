import { z } from "zod";
import { haversine } from "~/domain/geo/point";
import { linesOf, withQuery, type Shape } from "./shape";
import { Trouble, type TroubleKind } from "./trouble";

const corner = z.object({ lat: z.number(), lng: z.number() });
const answer = z.object({
  status: z.string(),
  results: z.array(
    z.object({
      geometry: z.object({
        location: corner,
        location_type: z.string(),
        viewport: z.object({ northeast: corner, southwest: corner }).optional(),
      }),
      partial_match: z.boolean().optional(),
    }),
  ),
});
type Result = z.infer<typeof answer>["results"][number];

const METRES: Record<string, number> = { ROOFTOP: 20, RANGE_INTERPOLATED: 100, GEOMETRIC_CENTER: 500 };
const APPROXIMATE_METRES = 5000;
/** Something of the question was left out to find anything: it may be another street, or another town. */
const PARTIAL_METRES = 2500;

/** https://developers.google.com/maps/documentation/geocoding/requests-geocoding#StatusCodes, which come with a 200. */
const TROUBLES: Partial<Record<string, TroubleKind>> = {
  INVALID_REQUEST: "refused",
  REQUEST_DENIED: "key",
  OVER_DAILY_LIMIT: "key",
  OVER_QUERY_LIMIT: "busy",
  UNKNOWN_ERROR: "broken",
};

/** The shape of Google's Geocoding API, which several others speak too. */
export const google: Shape = {
  everyMs: 20,
  questions({ url, address, key }) {
    const components = address.countryCode ? `country:${address.countryCode}` : null;
    return linesOf(address).map((line) => withQuery(url, "/maps/api/geocode/json", { address: line, components, key }));
  },
  read(body) {
    const {
      status,
      results: [first],
    } = answer.parse({ results: [], ...(body as object) });
    if (status !== "OK" && status !== "ZERO_RESULTS") throw new Trouble(TROUBLES[status] ?? "broken", status);
    if (!first) return null;
    const { lat: latitude, lng: longitude } = first.geometry.location;
    return { point: { latitude, longitude }, metres: metresOf(first) };
  },
};

function metresOf({ geometry: { location_type: type, viewport }, partial_match: isPartial = false }: Result): number {
  const metres = METRES[type] ?? (viewport ? halfAcross(viewport) : APPROXIMATE_METRES);
  return isPartial ? Math.max(PARTIAL_METRES, metres) : metres;
}

const halfAcross = ({ northeast: a, southwest: b }: NonNullable<Result["geometry"]["viewport"]>): number =>
  Math.round(haversine({ latitude: a.lat, longitude: a.lng }, { latitude: b.lat, longitude: b.lng }) / 2);

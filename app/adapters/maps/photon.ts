import { z } from "zod";
import { haversine } from "~/domain/geo/point";
import { linesOf, withQuery, type Shape } from "./shape";

const degrees = z.number().min(-180).max(180);
const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([degrees, degrees]) }),
      properties: z.object({
        /** house | street | locality | district | city | county | state | country */
        type: z.string().optional(),
        /** West, north, east, south. */
        extent: z.tuple([degrees, degrees, degrees, degrees]).optional(),
      }),
    }),
  ),
});
const HOUSE_METRES = 30;
const STREET_METRES = 500;
/** How far off it is at least, however small its extent is drawn. */
const LEAST_METRES: Record<string, number> = { street: 20, locality: 1_000, district: 2_000, city: 5_000, county: 20_000 };
const ELSE_METRES = 5_000;

/** https://github.com/komoot/photon */
export const photon: Shape = {
  everyMs: 100,
  questions({ url, address, key }) {
    const countrycode = address.countryCode?.toUpperCase();
    return linesOf(address).map((q) => withQuery(url, "/api", { q, limit: "1", countrycode, api_key: key }));
  },
  read(body) {
    const [first] = answer.parse(body).features;
    if (!first) return null;
    const [longitude, latitude] = first.geometry.coordinates;
    return { point: { latitude, longitude }, metres: metresOf(first.properties) };
  },
};

function metresOf({ type = "", extent }: z.infer<typeof answer>["features"][number]["properties"]): number {
  if (type === "house") return HOUSE_METRES;
  if (!extent) return type === "street" ? STREET_METRES : (LEAST_METRES[type] ?? ELSE_METRES);
  const [west, north, east, south] = extent;
  const across = haversine({ latitude: south, longitude: west }, { latitude: north, longitude: east });
  return Math.max(LEAST_METRES[type] ?? ELSE_METRES, Math.round(across / 2));
}

import { z } from "zod";
import { haversine } from "~/domain/geo/point";
import { oneLine, withQuery, type Shape } from "./shape";

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
const ELSE_METRES = 5000;

/** https://github.com/komoot/photon */
export const photon: Shape = {
  everyMs: 100,
  question: ({ url, address, key }) =>
    withQuery(url, "/api", { q: oneLine(address), limit: "1", countrycode: address.countryCode?.toUpperCase() ?? null, api_key: key }),
  read(body) {
    const [first] = answer.parse(body).features;
    if (!first) return null;
    const [longitude, latitude] = first.geometry.coordinates;
    return { point: { latitude, longitude }, metres: metresOf(first.properties) };
  },
};

function metresOf({ type, extent }: z.infer<typeof answer>["features"][number]["properties"]): number {
  if (type === "house") return HOUSE_METRES;
  if (!extent) return type === "street" ? STREET_METRES : ELSE_METRES;
  const [west, north, east, south] = extent;
  return Math.round(haversine({ latitude: south, longitude: west }, { latitude: north, longitude: east }) / 2);
}

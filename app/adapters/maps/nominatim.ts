import { z } from "zod";
import { haversine } from "~/domain/geo/point";
import { oneLine, withQuery, type Shape } from "./shape";

const degrees = z.coerce.number().min(-180).max(180);
const answer = z.array(
  z.object({
    lat: degrees,
    lon: degrees,
    /** South, north, west, east. */
    boundingbox: z.tuple([degrees, degrees, degrees, degrees]),
  }),
);
const LEAST_METRES = 20;

/** https://nominatim.org/release-docs/latest/api/Search/; the public server takes one question a second (its usage policy). */
export const nominatim: Shape = {
  everyMs: 1000,
  question: ({ url, address, key }) =>
    withQuery(url, "/search", {
      ...{ q: oneLine(address), format: "jsonv2", limit: "1", key },
      countrycodes: address.countryCode?.toLowerCase() ?? null,
    }),
  read(body) {
    const [first] = answer.parse(body);
    if (!first) return null;
    const [south, north, west, east] = first.boundingbox;
    const across = haversine({ latitude: south, longitude: west }, { latitude: north, longitude: east });
    return { point: { latitude: first.lat, longitude: first.lon }, metres: Math.max(LEAST_METRES, Math.round(across / 2)) };
  },
};

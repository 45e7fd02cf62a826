import { z } from "zod";
import type { Distances } from "~/domain/tour/distance";
import type { RoadTimes } from "~/ports/maps";
import type { Log } from "~/ports/ports";
import { breaker, type Breaker } from "./breaker";
import { getJson, type Reach } from "./get-json";
import { recentlyAsked } from "./recently-asked";
import { inShort } from "./trouble";

/** An OSRM server answers at most a hundred places at once, unless it was told otherwise (`--max-table-size`). */
const MOST_PLACES = 100;
const PATIENCE_MS = 3_000;
const MOST_KEPT = 500;
const MOST_SERVERS = 1000;

const answer = z.object({ code: z.literal("Ok"), durations: z.array(z.array(z.number().nonnegative().nullable())) });

/** http://project-osrm.org/docs/v5.24.0/api/#table-service, over the wire. What it said of the same places is kept; a rest is a shop's own with one server. */
export function roadTimesOver({ log, reach }: { log: Log; reach: Reach }): RoadTimes {
  const kept = new Map<string, Distances>();
  const healths = recentlyAsked<Breaker>(MOST_SERVERS);
  return async ({ shopId, url }, points) => {
    const health = healths(JSON.stringify([shopId, url]), () => breaker(() => performance.now()));
    const places = points.map(({ latitude, longitude }) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`);
    const key = `${url} ${places.join(";")}`;
    const known = kept.get(key);
    if (known) return known;
    if (!health.begins()) return null;
    try {
      const times = await matrix(new URL(url), places, reach);
      health.succeeded();
      if (!times) return null;
      kept.set(key, times);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      return times;
    } catch (error) {
      health.failed(error);
      log.warn("road_times.failed", { host: new URL(url).host, error: inShort(error) });
      return null;
    }
  };
}

/** Piece by piece where there are more places than one question may hold: half of them from, half of them to. Null: see `table`. */
async function matrix(url: URL, places: readonly string[], reach: Reach): Promise<Distances | null> {
  const size = places.length;
  const values = new Float64Array(size * size);
  const until = performance.now() + PATIENCE_MS;
  const step = size <= MOST_PLACES ? size : MOST_PLACES / 2;
  for (let from = 0; from < size; from += step)
    for (let to = 0; to < size; to += step) {
      const left = Math.max(1, Math.round(until - performance.now()));
      const piece = await table(url, places, { from, to, step }, left, reach);
      if (!piece) return null;
      piece.forEach((row, y) => row.forEach((seconds, x) => (values[(from + y) * size + to + x] = seconds)));
    }
  return { size, values };
}

type Piece = { from: number; to: number; step: number };

/** Null: to some place no road leads. Then no road times serve, the crow's do; the server is as well as ever. */
async function table(
  url: URL,
  all: readonly string[],
  { from, to, step }: Piece,
  withinMs: number,
  reach: Reach,
): Promise<number[][] | null> {
  const [sources, targets] = [all.slice(from, from + step), all.slice(to, to + step)];
  const asked = new URL(url);
  const together = from === to ? sources : [...sources, ...targets];
  asked.pathname = `${asked.pathname.replace(/\/$/, "")}/table/v1/driving/${together.join(";")}`;
  const positions = (first: number, count: number) => Array.from({ length: count }, (_none, at) => first + at).join(";");
  if (from !== to) {
    asked.searchParams.set("sources", positions(0, sources.length));
    asked.searchParams.set("destinations", positions(sources.length, targets.length));
  }
  const { durations } = answer.parse(await getJson(asked, withinMs, reach));
  const isWhole = durations.length === sources.length && durations.every((row) => row.length === targets.length);
  if (!isWhole) throw new Error("not a whole table");
  const rows = durations.map((row) => row.filter((seconds) => seconds !== null));
  return rows.some((row) => row.length !== targets.length) ? null : rows;
}

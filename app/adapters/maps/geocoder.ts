import { setTimeout as pause } from "node:timers/promises";
import type { GeocoderKind } from "~/domain/position/geocoder";
import { isCoarse } from "~/domain/position/known-position";
import type { Geocoder, GeocoderAnswer, GeocoderSetting } from "~/ports/maps";
import type { Log } from "~/ports/ports";
import type { Vault } from "~/ports/secrets";
import { breaker, type Breaker } from "./breaker";
import { getJson, type Reach } from "./get-json";
import { google } from "./google";
import { nominatim } from "./nominatim";
import { photon } from "./photon";
import { recentlyAsked } from "./recently-asked";
import type { Shape } from "./shape";
import { inShort, Trouble } from "./trouble";
import { turns } from "./turns";

const SHAPES: Record<GeocoderKind, Shape> = { nominatim, photon, google };
const MOST_SERVERS = 1000;
/** Of the time that is left this part may go by in waiting for a turn: the rest is for the answer. */
const WAITING_SHARE = 0.75;

type Needs = { vault: Pick<Vault, "open">; log: Log; reach: Reach };
type Turn = ReturnType<typeof turns>;
type Server = { shape: Shape; health: Breaker; turn: Turn; host: string };

/**
 * Geocoders over the wire. A rest is a shop's own with one server and key: what it does to a server, or a server to it, is nobody else's
 * trouble. Turns are a server's, whichever shops ask it without a key; with one they are the key's.
 */
export function geocoderOver({ vault, log, reach }: Needs): Geocoder {
  const now = () => performance.now();
  const [healths, everyTurn] = [recentlyAsked<Breaker>(MOST_SERVERS), recentlyAsked<Turn>(MOST_SERVERS)];
  const serverOf = (shopId: string, { kind, url, keySealed }: GeocoderSetting): Server => {
    const [shape, { host }] = [SHAPES[kind], new URL(url)];
    const health = healths(JSON.stringify([shopId, url, keySealed]), () => breaker(now));
    const turn = everyTurn(JSON.stringify([host, keySealed]), () => turns(shape.everyMs, now, pause));
    return { shape, health, turn, host };
  };
  /** null: this question was refused. */
  const ask = async ({ shape, health, host }: Server, question: URL, withinMs: number): Promise<GeocoderAnswer | null> => {
    try {
      const found = shape.read(await getJson(question, withinMs, reach));
      health.succeeded();
      return found ? { state: "found", ...found } : { state: "unknown" };
    } catch (error) {
      health.failed(error);
      log.warn("geocoder.failed", { host, error: inShort(error) });
      return error instanceof Trouble && error.kind === "refused" ? null : { state: "unasked" };
    }
  };
  return async ({ shopId, setting, address, withinMs }) => {
    const server = serverOf(shopId, setting);
    const until = now() + withinMs;
    const key = setting.keySealed === null ? null : Buffer.from(vault.open(setting.keySealed)).toString("utf8");
    let best: GeocoderAnswer = { state: "unasked" };
    for (const question of server.shape.questions({ url: new URL(setting.url), address, key })) {
      if (server.health.isOpen() || !(await server.turn((until - now()) * WAITING_SHARE)) || !server.health.begins()) return known(best);
      const answer = await ask(server, question, Math.max(1, Math.round(until - now())));
      best = finer(best, answer);
      if (answer?.state === "unasked") return known(best);
      if (best.state === "found" && !isCoarse({ source: "geocoder", metres: best.metres })) return best;
    }
    return best;
  };
}

/** A place goes before none, and the better known of two before the other. */
function finer(best: GeocoderAnswer, answer: GeocoderAnswer | null): GeocoderAnswer {
  if (!answer || answer.state === "unasked") return best;
  if (best.state !== "found") return answer;
  return answer.state === "found" && answer.metres < best.metres ? answer : best;
}

/** That it knows nothing is known when it was asked in every way. */
const known = (best: GeocoderAnswer): GeocoderAnswer => (best.state === "unknown" ? { state: "unasked" } : best);

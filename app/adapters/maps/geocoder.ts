import { setTimeout as pause } from "node:timers/promises";
import type { GeocoderKind } from "~/domain/position/geocoder";
import type { Geocoder, GeocoderSetting } from "~/ports/maps";
import type { Log, Vault } from "~/ports/ports";
import { breaker } from "./breaker";
import { getJson, type Reach } from "./get-json";
import { google } from "./google";
import { nominatim } from "./nominatim";
import { photon } from "./photon";
import { oneLine, type Shape } from "./shape";
import { turns } from "./turns";

const SHAPES: Record<GeocoderKind, Shape> = { nominatim, photon, google };
const MOST_SERVERS = 200;

type Needs = { vault: Pick<Vault, "open">; log: Log; reach: Reach };
type Server = { turn: ReturnType<typeof turns>; health: ReturnType<typeof breaker> };

/** Geocoders over the wire. Turns and rests are a server's, whichever shops ask it. */
export function geocoderOver({ vault, log, reach }: Needs): Geocoder {
  const servers = new Map<string, Server>();
  const now = () => performance.now();
  const serverOf = ({ kind, url }: GeocoderSetting): Server => {
    const host = new URL(url).host;
    const known = servers.get(host) ?? { turn: turns(SHAPES[kind].everyMs, now, pause), health: breaker(now) };
    servers.delete(host);
    servers.set(host, known);
    if (servers.size > MOST_SERVERS) servers.delete(servers.keys().next().value!);
    return known;
  };
  return async (setting, address, withinMs) => {
    const { question, read } = SHAPES[setting.kind];
    const { turn, health } = serverOf(setting);
    const began = now();
    if (oneLine(address) === "" || health.isOpen() || !(await turn(withinMs))) return { state: "unasked" };
    try {
      const key = setting.keySealed === null ? null : Buffer.from(vault.open(setting.keySealed)).toString("utf8");
      const left = Math.max(1, Math.round(withinMs - (now() - began)));
      const found = read(await getJson(question({ url: new URL(setting.url), address, key }), left, reach));
      health.succeeded();
      return found ? { state: "found", ...found } : { state: "unknown" };
    } catch (error) {
      health.failed();
      // The message of an error may hold the question, and with it the address.
      log.warn("geocoder.failed", { host: new URL(setting.url).host, error: error instanceof Error ? error.name : "unknown" });
      return { state: "unasked" };
    }
  };
}

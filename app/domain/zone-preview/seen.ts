import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { findZone, type ZoneMatch } from "~/domain/zone/find-zone";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import { ownProbes, probesIn, type Probe } from "./probes";

/** An address that was asked for, and all zones that cover it, the one that counts first. */
export type Seen<Z> = Probe & { matches: readonly ZoneMatch<Z>[] };

/** Addresses of a zone that covers a country are tried at so many places. */
const MOST_PROBES = 250;

/** The addresses that a zone covers, whether it wins there or not. `all`: an index with it in. */
export function seenIn<Z extends ZoneArea>(zone: Z, all: ZoneIndex<Z>, gazetteer: Gazetteer | undefined): Seen<Z>[] {
  const found: Seen<Z>[] = [];
  for (const probe of [...ownProbes(zone, gazetteer), ...(gazetteer ? probesIn(zone, gazetteer) : [])]) {
    if (found.length >= MOST_PROBES) break;
    const { matches } = findZone(all, probe.place);
    if (matches.some((match) => match.zone.id === zone.id)) found.push({ ...probe, matches });
  }
  return found;
}

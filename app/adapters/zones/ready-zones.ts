import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { zoneIndex, type ZoneIndex } from "~/domain/zone/zone-index";
import type { Zone } from "~/ports/records";
import type { ReadyZones } from "~/ports/zones";

/** Shops whose zones one process keeps: a few megabytes for the largest. */
const MOST_SHOPS = 200;

type Ready = { version: number; index: Promise<ZoneIndex<Zone>> };

/** Keeps the zones of the shops that asked last. Who asks while they are made ready waits for the same; what failed is tried anew. */
export function readyZones(gazetteers: ReadonlyMap<string, Gazetteer>): ReadyZones {
  const kept = new Map<string, Ready>();
  const make = async (read: () => Promise<Zone[]>) => zoneIndex(await read(), gazetteers);
  return ({ id, zonesVersion: version }, read) => {
    const known = kept.get(id);
    const ready = known?.version === version ? known : { version, index: make(read) };
    if (ready !== known) ready.index.catch(() => kept.get(id) === ready && kept.delete(id));
    kept.delete(id);
    kept.set(id, ready);
    if (kept.size > MOST_SHOPS) kept.delete(kept.keys().next().value!);
    return ready.index;
  };
}

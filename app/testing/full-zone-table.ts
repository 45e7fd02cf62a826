import { geonames } from "~/adapters/gazetteer/geonames";
import { foldName } from "~/domain/gazetteer/fold-name";
import { zoneTable } from "~/domain/native-rate/zone-table";
import type { AreaPart, Position } from "~/domain/zone/area";
import type { Place } from "~/domain/zone/find-zone";
import { plainService } from "~/domain/zone/plain-zone";
import { zoneIndex } from "~/domain/zone/zone-index";

const MAPS = geonames(["EC"]);
const ZONES = 150;
const CORNERS = 12;
/** As a field of an address may at most be long; of each the function reads so much. */
const FIELD = 120;

const someNames = [...new Map([...MAPS.get("EC")!.byId.values()].map(({ name }) => [foldName(name), name])).values()];

function parts(at: number): AreaPart[] {
  const names = someNames.slice(at * 9, at * 9 + 9).map((name): AreaPart => ({ kind: "place", name }));
  const around = (corner: number): Position => {
    const angle = (2 * Math.PI * (corner % (CORNERS - 1))) / (CORNERS - 1);
    return [-80 + at * 0.02 + 0.04 * Math.cos(angle), -2 + 0.04 * Math.sin(angle)];
  };
  const postal = Array.from({ length: 4 }, (_none, step): AreaPart => {
    const code = 200_000 + at * 100 + step * 10;
    return { kind: "postal", pattern: `${code}-${code + 5}` };
  });
  return [...names, ...postal, { kind: "polygon", rings: [Array.from({ length: CORNERS }, (_none, corner) => around(corner))] }];
}

/** As much as one delivery customization can keep: names, ranges of postal codes and drawings of a hundred and fifty zones. */
export function fullZoneTable() {
  const zones = Array.from({ length: ZONES }, (_none, at) => ({
    ...{ id: `z${at}`, name: `Zona ${at}`, priority: 10, active: true, services: [plainService(350)] },
    area: { countryCode: "EC", include: parts(at), exclude: [] },
  }));
  const index = zoneIndex(zones, MAPS);
  const { pieces, tooLarge } = zoneTable(index, "es");
  const kept = index.zones.map(({ zone }) => zone).filter(({ name }) => !tooLarge.includes(name));
  const metafields = pieces.map((value, at) => ({ namespace: "$app", key: `zones${at + 1}`, value }));
  return { index, kept, metafields, bytes: pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0) };
}

/** An address that is all pieces that might be names, of which only the last is one; it lies in no drawing, but must be compared with all. */
export function worstAddress(name: string): Place {
  const pieces = (letter: string, length: number) => `${letter},`.repeat(FIELD).slice(0, length - (length % 2));
  return {
    ...{ countryCode: "EC", province: null, city: pieces("b", FIELD), zip: pieces("x", FIELD) },
    address2: `${pieces("q", FIELD - name.length - 1)} ${name}`,
    position: { latitude: -4.9, longitude: -75.3, source: "shopify" },
  };
}

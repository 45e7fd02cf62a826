import { called } from "~/domain/gazetteer/called";
import { foldName } from "~/domain/gazetteer/fold-name";
import { pathOf, type Gazetteer, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { haversine, METRES_PER_DEGREE } from "~/domain/geo/point";
import type { AreaPart, Position } from "~/domain/zone/area";
import { centreOf } from "./centre";
import type { Place } from "~/domain/zone/find-zone";
import { drawnIn } from "~/domain/zone/drawn";
import { isInBox } from "~/domain/zone/geometry";
import type { ZoneArea } from "~/domain/zone/zone-index";

/** An address to ask zones with, and what it stands for. `at`: its place on the map. */
export type Probe = { label: string; place: Place; at: GazetteerPlace | null };

const NEAR_METRES = 30_000;
/** What is further away than this in latitude is not near, and needs no reckoning. */
const NEAR_DEGREES = NEAR_METRES / METRES_PER_DEGREE;

/** An address in a country that says so much and nothing else. */
export const addressIn = (countryCode: string, told: Partial<Place>): Place => ({
  ...{ countryCode, province: null, city: null, zip: null, address2: null, position: null },
  ...told,
});

/** A map's places don't change, and there are thousands. */
const kept = new WeakMap<Gazetteer, Probe[]>();

/** Every place of a country, as a shopper there writes it; with the province where the name alone could be another place. */
export function probesOf(gazetteer: Gazetteer): Probe[] {
  const known = kept.get(gazetteer) ?? everyPlace(gazetteer);
  kept.set(gazetteer, known);
  return known;
}

/** Those of them that a zone may cover: in what it names, or in the boxes of what it has drawn. */
export function probesIn({ area }: Pick<ZoneArea, "area">, gazetteer: Gazetteer): Probe[] {
  if (area.include.some(({ kind }) => kind === "country")) return probesOf(gazetteer);
  const named = new Set(
    area.include.flatMap((part) =>
      part.kind === "place" ? (gazetteer.byName.get(foldName(part.name)) ?? []).map(({ place }) => place.id) : [],
    ),
  );
  const boxes = drawnIn(area.include).map(({ box }) => box);
  const isDrawn = ({ latitude, longitude }: GazetteerPlace) =>
    latitude !== null && longitude !== null && boxes.some((box) => isInBox(box, [longitude, latitude]));
  return probesOf(gazetteer).filter(({ at }) => at && (isDrawn(at) || pathOf(gazetteer, at).some(({ id }) => named.has(id))));
}

function everyPlace(gazetteer: Gazetteer): Probe[] {
  return [...gazetteer.byId.values()].map((at) => {
    const path = pathOf(gazetteer, at);
    const isShared = (gazetteer.byName.get(foldName(at.name)) ?? []).some(
      ({ place: other }) => other !== at && !pathOf(gazetteer, other).includes(at) && !path.includes(other),
    );
    const province = isShared ? (path.find(({ kind, id }) => kind === "province" && id !== at.id)?.name ?? null) : null;
    const name = called(at.name);
    return { label: name, at, place: addressIn(gazetteer.country, { city: name, province }) };
  });
}

/** Addresses that a zone's own parts speak of: its names, its postal codes, and a point in what is drawn, in the nearest town's name. */
export function ownProbes({ area }: Pick<ZoneArea, "area">, gazetteer: Gazetteer | undefined): Probe[] {
  return area.include.flatMap((part) => {
    const told = toldBy(part, gazetteer);
    return told ? [{ label: told.label, at: null, place: addressIn(area.countryCode, told.place) }] : [];
  });
}

function toldBy(part: AreaPart, gazetteer: Gazetteer | undefined): { label: string; place: Partial<Place> } | null {
  switch (part.kind) {
    case "place":
      return { label: part.name, place: { city: part.name } };
    case "postal":
      return { label: part.pattern, place: { zip: part.pattern.split("-")[0]!.replace("*", "") } };
    case "circle":
    case "polygon": {
      const [longitude, latitude] = centreOf(part);
      const town = nearest(gazetteer, [longitude, latitude]);
      return { label: town?.name ?? "", place: { city: town?.name ?? null, position: { latitude, longitude, source: "shopify" } } };
    }
    case "country":
      return null;
  }
}

function nearest(gazetteer: Gazetteer | undefined, [longitude, latitude]: Position): GazetteerPlace | null {
  let [best, metres]: [GazetteerPlace | null, number] = [null, NEAR_METRES];
  for (const place of gazetteer?.byId.values() ?? []) {
    if (place.latitude === null || place.longitude === null || Math.abs(place.latitude - latitude) > NEAR_DEGREES) continue;
    const away = haversine({ latitude, longitude }, { latitude: place.latitude, longitude: place.longitude });
    if (away < metres) [best, metres] = [place, away];
  }
  return best;
}

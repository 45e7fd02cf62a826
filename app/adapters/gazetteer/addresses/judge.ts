import { readFileSync } from "node:fs";
import { foldName } from "~/domain/gazetteer/fold-name";
import type { Gazetteer, GazetteerPlace, PlaceKind } from "~/domain/gazetteer/gazetteer";
import { findZone, type Finding, type Place } from "~/domain/zone/find-zone";
import { zoneIndex, type ZoneArea, type ZoneIndex } from "~/domain/zone/zone-index";

/**
 * An address as a shopper types it and where it is: "Quito, Pichincha"; "? Bolívar, Carchi; Bolívar, Manabí" where nobody can say and a person
 * is to be asked; "-" where it says nothing.
 */
export type Row = { id: string; place: Place; expected: string };
/** `asked`: held for a person though it could be known; `wrong`: another zone, and no doubt told. */
export type Verdict = "right" | "asked" | "wrong";

export function readTable(name: string): Row[] {
  const [, ...lines] = readFileSync(new URL(`./${name}.tsv`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [id = "", address1 = "", address2 = "", city = "", province = "", zip = "", expected = ""] = line.split("\t");
    const given = { address1: address1 || null, address2: address2 || null, city: city || null, province: province || null };
    return { id, place: { countryCode: "EC", ...given, zip: zip || null, position: null }, expected };
  });
}

type Judge = (row: Row) => { verdict: Verdict; found: string };

/** Asks as an assignment does: a shop with a zone for each canton, and one with a zone for each province. */
export function judgeWith(map: Gazetteer): Judge {
  const [cantons, provinces] = [zonesOf(map, "canton"), zonesOf(map, "province")];
  return ({ place, expected }) => {
    const found = { canton: findZone(cantons, place), province: findZone(provinces, place) };
    const verdict = verdictOn(found, expected, (text) => cantonCalled(map, text));
    return { verdict, found: [found.canton, found.province].map(inWords).join(" | ") };
  };
}

function zonesOf(map: Gazetteer, kind: PlaceKind): ZoneIndex<ZoneArea> {
  const units = [...map.byId.values()].filter((place) => place.kind === kind);
  const zones = units.map((place): ZoneArea => {
    const around = map.byId.get(place.parentId ?? "");
    const name = kind === "canton" ? `Cantón ${place.name}, ${around!.name}` : `Provincia de ${place.name}`;
    return { id: place.id, name, priority: 1, active: true, area: { countryCode: "EC", include: [{ kind: "place", name }], exclude: [] } };
  });
  return zoneIndex(zones, new Map([["EC", map]]));
}

type Found = { canton: Finding<ZoneArea>; province: Finding<ZoneArea> };
const chosen = ({ doubt, matches }: Finding<ZoneArea>): string | null => (doubt ? null : (matches[0]?.zone.id ?? null));

function verdictOn({ canton, province }: Found, expected: string, idsOf: (text: string) => [canton: string, province: string]): Verdict {
  if (expected === "-") return chosen(canton) === null && chosen(province) === null ? "right" : "wrong";
  if (expected.startsWith("? ")) {
    const options = expected.slice(2).split("; ").map(idsOf);
    const inOne = new Set(options.map(([, id]) => id)).size === 1;
    const isProvinceSound = chosen(province) === null || (inOne && chosen(province) === options[0]![1]);
    return chosen(canton) === null && isProvinceSound ? "right" : "wrong";
  }
  const [cantonId, provinceId] = idsOf(expected);
  const isRight = chosen(canton) === cantonId && chosen(province) === provinceId;
  const isWrong = ![null, cantonId].includes(chosen(canton)) || ![null, provinceId].includes(chosen(province));
  return isWrong ? "wrong" : isRight ? "right" : "asked";
}

function cantonCalled(map: Gazetteer, text: string): [canton: string, province: string] {
  const [canton = "", province = ""] = text.split(", ");
  const called = ({ name, also = [] }: GazetteerPlace) => [name, ...also].map(foldName);
  const found = [...map.byId.values()].filter((place) => {
    const around = map.byId.get(place.parentId ?? "");
    return place.kind === "canton" && around && called(place).includes(foldName(canton)) && foldName(around.name) === foldName(province);
  });
  if (found.length !== 1) throw new Error(`No canton is "${text}"`);
  return [found[0]!.id, found[0]!.parentId!];
}

const inWords = ({ matches, doubt }: Finding<ZoneArea>): string =>
  `${matches[0]?.zone.name ?? "none"}${doubt ? ` (${doubt.code}: ${Object.values(doubt.params).join(" / ")})` : ""}`;

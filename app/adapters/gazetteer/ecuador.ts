import { foldName } from "~/domain/gazetteer/fold-name";
import { gazetteerOf, type Gazetteer, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { ECUADOR_CALLED, ECUADOR_FORMERLY } from "./ecuador-names";
import { ECUADOR_PARISHES } from "./ecuador-parishes";

/** A canton of the state's list: what it is called, and its parishes, of which the first is its seat. */
type Listed = { code: string; name: string; parishes: Named[]; quarters: Named[] };
type Named = { name: string; lesser: string[] };

/** Ecuador's map with all that the state's list has: cantons by their official names, parishes, and what people call them. */
export function ecuador(mapped: readonly GazetteerPlace[]): Gazetteer {
  const listed = ECUADOR_PARISHES.trim().split("\n").map(readLine);
  const provinceIds = new Map(mapped.filter(({ kind }) => kind === "canton").map(({ code, parentId }) => [code.slice(0, 2), parentId!]));
  const provinces = [...provinceIds].flatMap(([digits, id]) => {
    const province = mapped.find((place) => place.id === id);
    return province ? [{ ...province, name: plainName(province), code: digits, ...ECUADOR_CALLED[digits] }] : [];
  });
  const towns = Map.groupBy(
    mapped.filter(({ kind }) => kind === "town"),
    ({ parentId }) => parentId,
  );
  const within = listed.flatMap((canton) => placesIn(canton, { provinceIds, mapped, towns }));
  const homeless = [...towns].filter(([id]) => !within.some((place) => place.id === id)).flatMap(([, own]) => own);
  return gazetteerOf("EC", [...provinces, ...within, ...homeless], new Map(provinces.map((province) => [province.code, province])));
}

/** "Tungurahua Province", "Morona-Santiago Province" and "Canar" as the country writes them. */
const plainName = ({ name }: GazetteerPlace): string => (name === "Canar" ? "Cañar" : name.replace(/ Province$/, "").replace("-", " "));

/** "0102 Girón: Girón, Asunción | …" */
function readLine(line: string): Listed {
  const [, code = "", name = "", parishes = "", quarters = ""] = /^(\d{4}) ([^:]+): ([^|]+?)(?: \| (.+))?$/.exec(line) ?? [];
  return { code, name, parishes: readNames(parishes), quarters: readNames(quarters) };
}

const readNames = (text: string): Named[] =>
  text
    .split(", ")
    .filter(Boolean)
    .map((one) => {
      const [, name = one, lesser] = /^([^(]+) \((.+)\)$/.exec(one) ?? [];
      return { name, lesser: lesser ? lesser.split("; ") : [] };
    });

type Around = {
  provinceIds: ReadonlyMap<string, string>;
  mapped: readonly GazetteerPlace[];
  towns: ReadonlyMap<string | null, readonly GazetteerPlace[]>;
};

/** A canton and what lies in it; a parish has the position of the town that bears its name, the canton its seat's. */
function placesIn({ code, name, parishes, quarters }: Listed, { provinceIds, mapped, towns }: Around): GazetteerPlace[] {
  const parentId = provinceIds.get(code.slice(0, 2)) ?? null;
  const id = mapped.find((place) => place.kind === "canton" && place.code === code)?.id ?? `${parentId}.${code}`;
  const settled = towns.get(id) ?? [];
  const inside = [
    ...parishes.map((parish, index) =>
      placed(parish, { kind: "parish", isSeat: index === 0, id: `${id}.p${index}`, code, parentId: id }, settled),
    ),
    ...quarters.map((quarter, index) => placed(quarter, { kind: "quarter", id: `${id}.q${index}`, code, parentId: id }, settled)),
  ];
  const known = new Set(inside.flatMap((place) => [place.name, ...(place.lesser ?? [])].map(foldName)));
  const [seat] = inside;
  const { also = [], lesser = [] } = ECUADOR_CALLED[code] ?? {};
  const isNamedAsSeat = [name, ...also].some(
    (one) => seat !== undefined && [seat.name, ...(seat.lesser ?? [])].map(foldName).includes(foldName(one)),
  );
  const formerly = provinceIds.get(ECUADOR_FORMERLY[code] ?? "");
  return [
    {
      ...{
        id,
        kind: "canton",
        name,
        also,
        lesser,
        code,
        parentId,
        isSeat: isNamedAsSeat,
        isCapital: code.endsWith("01"),
        ...(formerly ? { formerParentId: formerly } : {}),
      },
      ...{ latitude: seat?.latitude ?? null, longitude: seat?.longitude ?? null },
    },
    ...inside,
    ...settled.filter((town) => !known.has(foldName(town.name))),
  ];
}

type Position = Pick<GazetteerPlace, "latitude" | "longitude">;

function placed(
  { name, lesser }: Named,
  place: Omit<GazetteerPlace, "name" | keyof Position>,
  settled: readonly GazetteerPlace[],
): GazetteerPlace {
  const called = new Set([name, ...lesser].map(foldName));
  const town = settled.find((one) => called.has(foldName(one.name)));
  const kind = town && place.kind === "quarter" ? "parish" : place.kind;
  return { ...place, kind, name, lesser, latitude: town?.latitude ?? null, longitude: town?.longitude ?? null };
}

// The largest drafts that a zone's form takes, looked at among 1,500 zones as it is done while somebody draws: read, then previewed.
import { readTable } from "../../app/adapters/gazetteer/addresses/judge.ts";
import { geonames } from "../../app/adapters/gazetteer/geonames.ts";
import type { ZoneArea } from "../../app/domain/zone/zone-index.ts";
import type { AreaPart } from "../../app/domain/zone/area.ts";
import { zoneIndex } from "../../app/domain/zone/zone-index.ts";
import type { AreaDraft, DrawnDraft } from "../../app/domain/zone-draft/draft.ts";
import { newDraft } from "../../app/domain/zone-draft/draft-of.ts";
import { readDraft } from "../../app/domain/zone-draft/read-draft.ts";
import { previewZone } from "../../app/domain/zone-preview/preview-zone.ts";
import { microsecondsEach } from "../cpu.ts";
import { polygon } from "../polygon.ts";
import type { Row } from "../row.ts";

const [DRAWN, NAMED, ORDERS, ROUNDS] = [1_000, 500, 500, 3];

const rings = (count: number, corners: number, degrees: number): DrawnDraft[] =>
  Array.from({ length: count }, (_none, at) => {
    const around = (corner: number) => {
      const angle = (2 * Math.PI * corner) / corners;
      return `${(-2 + degrees * Math.sin(angle)).toFixed(6)}, ${(-79.8 + at * 0.3 + degrees * Math.cos(angle)).toFixed(6)}`;
    };
    return { kind: "polygon", corners: Array.from({ length: corners }, (_corner, corner) => around(corner)).join("\n") };
  });
const circles = (count: number): DrawnDraft[] =>
  Array.from({ length: count }, (_none, at) => ({
    ...{ kind: "circle", latitude: String(-4 + (at % 25) * 0.15), longitude: String(-80 + Math.floor(at / 25) * 0.15), metres: "9000" },
  }));

export async function preview(): Promise<Row[]> {
  const maps = geonames(["EC"]);
  const names = [...maps.get("EC")!.byName.keys()];
  const zoneOf = (at: number, part: AreaPart): ZoneArea => ({
    ...{ id: `z${at}`, name: `Zona ${at}`, priority: 5, active: true, area: { countryCode: "EC", include: [part], exclude: [] } },
  });
  const part = (at: number): AreaPart => (at < DRAWN ? polygon(at) : { kind: "place", name: names[at - DRAWN]! });
  const known = zoneIndex(
    Array.from({ length: DRAWN + NAMED }, (_none, at) => zoneOf(at, part(at))),
    maps,
  );
  const typed = ["unseen", "hostile", "fresh"].flatMap(readTable).map(({ place }) => place);
  const addresses = Array.from({ length: ORDERS }, (_none, at) => typed[at % typed.length]!);
  const look = (include: Partial<AreaDraft>) => () => {
    const draft = newDraft(3);
    const { zone } = readDraft({ ...draft, include: { ...draft.include, ...include } }, "USD");
    return previewZone<ZoneArea>({ ...zone, id: "zz" }, known, addresses);
  };
  const { bare, corners, drawn, named } = await microsecondsEach(
    {
      bare: { calls: 1, work: look({ names: ["Quito"] }) },
      corners: { calls: 1, work: look({ drawn: rings(5, 2_000, 1) }) },
      drawn: { calls: 1, work: look({ drawn: circles(300) }) },
      named: { calls: 1, work: look({ names: names.slice(0, 500) }) },
    },
    ROUNDS,
  );
  const row = { unit: "ms", goal: 300, better: "lower" as const, baseline: { name: "a zone of one name", value: bare / 1000 } };
  return [
    { ...row, name: "preview of a zone of 10,000 corners", value: corners / 1000 },
    { ...row, name: "the same of 300 circles", value: drawn / 1000 },
    { ...row, name: "the same of 500 names", value: named / 1000 },
  ];
}

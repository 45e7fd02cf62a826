import { expect, test } from "vitest";
import { foldName } from "~/domain/gazetteer/fold-name";
import { geonames } from "../geonames";
import { judgeWith, readTable, type Row } from "./judge";

const map = geonames(["EC"]).get("EC")!;
const judge = judgeWith(map);

/** What was not read right, a line each: `wrong` silently, `asked` of a person. */
const failures = (rows: readonly Row[]): string[] =>
  rows
    .map((row) => ({ row, ...judge(row) }))
    .filter(({ verdict }) => verdict !== "right")
    .map(({ row, verdict, found }) => `${verdict} ${row.id}: ${row.expected} <> ${found}`);

test.each([
  ["unseen", 130, ["homonym-05"]],
  ["hostile", 197, ["short-06"]],
  ["fresh", 45, ["abbr-f4", "phon-f2"]],
])("of the addresses in %s (%i) none is read silently as another place, and no more than these are asked about", (table, count, asked) => {
  const rows = readTable(table);
  expect(rows).toHaveLength(count);
  expect(failures(rows).map((line) => line.split(":")[0])).toEqual(asked.map((id) => `asked ${id}`));
});

test("98 of 100 addresses are read right", () => {
  const rows = ["unseen", "hostile", "fresh"].flatMap(readTable);
  expect(failures(rows).length).toBeLessThanOrEqual(rows.length * 0.02);
});

test("a letter left out of a canton's name never makes another place of it silently", () => {
  const cantons = [...map.byId.values()].filter(({ kind }) => kind === "canton");
  const rows = cantons.flatMap((canton) => {
    const name = foldName(canton.name);
    const slips = [...name].map((_letter, at) => name.slice(0, at) + name.slice(at + 1));
    const nowhere = { countryCode: "EC", province: null, zip: null, address1: null, address2: null, position: null };
    const expected = `${canton.name}, ${map.byId.get(canton.parentId!)!.name}`;
    return [...new Set(slips)].map((city): Row => ({ id: `${name} as ${city}`, place: { ...nowhere, city }, expected }));
  });
  const judged = failures(rows);
  expect(judged.filter((line) => line.startsWith("wrong"))).toEqual([]);
  expect(judged.length).toBeLessThanOrEqual(rows.length * 0.2);
});

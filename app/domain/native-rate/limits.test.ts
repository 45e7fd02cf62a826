import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileFunction } from "../../../extensions/build.mjs";
import { runDelivery } from "../../../sandbox/shopify/functions/delivery-customization";
import { loadFunction, MOST_INSTRUCTIONS } from "../../../sandbox/shopify/functions/host";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { plainService } from "~/domain/zone/plain-zone";
import { zoneIndex } from "~/domain/zone/zone-index";
import { fullZoneTable, worstAddress } from "~/testing/full-zone-table";
import { nativeName } from "./native-rates";
import { zoneTable } from "./zone-table";

const inputQuery = readFileSync("extensions/zone-rates/input.graphql", "utf8");
const { index, kept, metafields, bytes } = fullZoneTable();
const module = loadFunction(await compileFunction("zone-rates"));
/** As long as Shopify's handles are. */
const handleOf = (id: string) => `${id}-${"0123456789abcdef".repeat(4)}`;

function run({ countryCode, city, zip, address2, position }: Place, groupCount = 1) {
  const address = { countryCode, city, zip, address2, latitude: position?.latitude ?? null, longitude: position?.longitude ?? null };
  const options = kept.map(({ id, name }) => ({ handle: handleOf(id), title: nativeName(name, { name: "" }, "es") }));
  const groups = Array.from({ length: groupCount }, (_none, group) => ({
    address: { ...address, address2: `${address2}${" ".repeat(group)}` },
    options: options.filter((_option, at) => at % groupCount === group),
  }));
  const { hidden, ...took } = runDelivery({ module, inputQuery }, { attributes: [], groups }, metafields);
  return { offered: kept.map(({ id }) => id).filter((id) => !hidden.includes(handleOf(id))), ...took };
}

const aName = (at: number) => (kept.at(at)!.area.include[0] as { name: string }).name;
const LAST = kept.at(-1)!;

test("a table that fills four metafields is searched through to its last zone within half of what a run may take", () => {
  const { offered, instructions, memoryBytes } = run(worstAddress(aName(-1)));
  expect({ bytes: bytes > 39_000, zones: kept.length > 60, offered }).toEqual({ bytes: true, zones: true, offered: [LAST.id] });
  expect(instructions).toBeLessThan(MOST_INSTRUCTIONS / 2);
  expect(memoryBytes).toBeLessThan(3_000_000);
});

test("the deliveries of one cart, each to another such address, are within what a run may take", () => {
  expect(run(worstAddress(aName(-1)), 3).offered).toContain(LAST.id);
});

test("in a full table function and server find the same zone by the first name of each", () => {
  for (const { id, area } of kept) {
    const name = (area.include[0] as { name: string }).name;
    const place: Place = { countryCode: "EC", province: null, city: name, zip: null, address2: null, position: null };
    const { matches, doubt } = findZone(index, place);
    const quoted = matches[0] && doubt?.code !== "place_ambiguous" ? [matches[0].zone.id] : [];
    const isKept = kept.some(({ id: one }) => one === quoted[0]);
    if (isKept) expect({ id, name, zones: run(place).offered }).toEqual({ id, name, zones: quoted });
  }
});

test("zones whose rates the function's answer couldn't hide have none, and are named; another country has its own count", () => {
  const zoneOf = (at: number, countryCode: string) => ({
    ...{ id: `${countryCode}${at}`, name: `${countryCode} ${at}`, priority: at, active: true, services: [plainService(350)] },
    area: { countryCode, include: [{ kind: "postal" as const, pattern: `1${at}` }], exclude: [] },
  });
  const zones = [...Array.from({ length: 152 }, (_none, at) => zoneOf(at, "EC")), zoneOf(999, "PE")];
  expect(zoneTable(zoneIndex(zones, new Map()), "es").tooLarge).toEqual(["EC 150", "EC 151"]);
});

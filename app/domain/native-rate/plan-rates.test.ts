import { expect, test } from "vitest";
import type { NativeRate } from "./native-rates";
import { planRates, type WantedZone } from "./plan-rates";
import type { Method, Profile, Written } from "./profile";

const aRate = (key: string, minor = 350): NativeRate => ({ key, name: `Entrega · ${key}`, minor, condition: null });
const asMethod = (gid: string, { name, minor, condition }: NativeRate, change: Partial<Method> = {}): Method => ({
  ...{ gid, name, minor, condition, isActive: true },
  ...change,
});
const OWN: Method = { gid: "own", name: "Correo", minor: 500, condition: null, isActive: true };
const aProfile = (methods: Method[], countries = ["EC"]): Profile => ({
  gid: "p",
  groups: [{ gid: "g", locationGids: ["L1"], zones: [{ gid: "z", countries, methods: [OWN, ...methods] }] }],
});
const aZone = (rates: NativeRate[], zone: Partial<WantedZone> = {}): WantedZone => ({
  countryCode: "EC",
  locationGids: [],
  rates,
  ...zone,
});
const asWritten = (gid: string, rate: NativeRate): Written => ({ gid, group: "g", rate });
const [north, south] = [aRate("north"), aRate("south")];

const plan = (
  methods: Method[],
  zones: WantedZone[],
  written: Written[],
  more: { seen?: string[]; doomed?: string[]; repairs?: boolean } = {},
) =>
  planRates({
    profile: aProfile(methods),
    zones,
    written,
    seen: more.seen ? new Set(more.seen) : null,
    doomed: new Set(more.doomed ?? []),
    repairs: more.repairs ?? false,
  });

test("what is missing is made in the country's shipping zone; where it has none, one is made", () => {
  expect(plan([], [aZone([north]), aZone([south])], [])).toMatchObject({
    create: [{ group: "g", zone: "z", country: "EC", rates: [north, south] }],
    remove: [],
  });
  const other = planRates({
    profile: aProfile([], ["PE"]),
    zones: [aZone([north])],
    written: [],
    seen: null,
    doomed: new Set(),
    repairs: false,
  });
  expect(other.create).toEqual([{ group: "g", zone: null, country: "EC", rates: [north] }]);
});

test("what stands as written is left; another price takes the place of the first; what no zone wants goes", () => {
  const methods = [asMethod("m1", north), asMethod("m2", south)];
  const written = [asWritten("m1", north), asWritten("m2", south)];
  expect(plan(methods, [aZone([north, south])], written)).toEqual({ remove: [], create: [], written, drift: [] });
  const dearer = aRate("north", 400);
  expect(plan(methods, [aZone([dearer])], written)).toMatchObject({ remove: ["m1", "m2"], create: [{ rates: [dearer] }], written: [] });
});

test("what a merchant edited or deleted of ours is told and left, until it is to be put right; what is theirs is never touched", () => {
  const methods = [asMethod("m1", north, { minor: 999 })];
  const written = [asWritten("m1", north), asWritten("m2", south)];
  const zones = [aZone([north, south])];
  const told = plan(methods, zones, written);
  expect(told).toMatchObject({ remove: [], create: [], written });
  expect(told.drift).toEqual([
    { name: north.name, what: "edited" },
    { name: south.name, what: "deleted" },
  ]);
  expect(plan(methods, zones, written, { repairs: true })).toMatchObject({
    remove: ["m1"],
    create: [{ rates: [north, south] }],
    drift: [],
  });
  expect(plan([asMethod("m1", north, { isActive: false })], [aZone([north])], [asWritten("m1", north)]).drift).toHaveLength(1);
});

test("what a write left behind whose end we never saw is known again, and made once", () => {
  const methods = [asMethod("m1", north), asMethod("theirs", south)];
  expect(plan(methods, [aZone([north, south])], [], { seen: ["own", "theirs"] })).toMatchObject({
    written: [{ gid: "m1", rate: north }],
    create: [{ rates: [south] }],
  });
});

test("what was written a moment ago and edited since is told as edited, not made again", () => {
  const methods = [asMethod("m1", north, { minor: 1 })];
  expect(plan(methods, [aZone([north])], [], { seen: ["own"] })).toMatchObject({
    create: [],
    written: [{ gid: "m1" }],
    drift: [{ name: north.name, what: "edited" }],
  });
});

test("what an interrupted write was to take away is taken away, if it is still there", () => {
  expect(plan([asMethod("m1", north)], [], [], { doomed: ["m1", "gone"] }).remove).toEqual(["m1"]);
});

test("a zone's rates are where its locations ship from", () => {
  expect(plan([], [aZone([north], { locationGids: ["L1"] }), aZone([south], { locationGids: ["L2"] })], []).create).toMatchObject([
    { rates: [north] },
  ]);
});

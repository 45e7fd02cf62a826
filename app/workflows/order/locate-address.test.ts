import { expect, test } from "vitest";
import type { Remembered } from "~/domain/position/remember";
import { aSale } from "~/testing/courier-world";
import type { AskedOfGeocoder, GeocoderAnswer } from "~/ports/maps";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { geonames } from "~/adapters/gazetteer/geonames";
import { zoneIndex } from "~/domain/zone/zone-index";
import { forgetAddress, locateAddress, placeKnown, rememberConfirmed, rememberTold } from "./locate-address";

const NOW = new Date("2026-11-25T15:00:00Z");
const NOMINATIM = { kind: "nominatim" as const, url: "https://geocoder.example", keySealed: null };
const HOME = { countryCode: "EC", province: null, city: "Quito", zip: null, address1: "Calle 1", address2: null };
const saleTo = (position: { latitude: number | null; longitude: number | null }) =>
  aSale(1, { shippingAddress: { ...HOME, ...position, name: "Ana", phone: null } });
const NOWHERE = { latitude: null, longitude: null };

const inQuito = { countryCode: "EC", include: [{ kind: "place" as const, name: "Quito" }], exclude: [] };
const QUITO = { id: "q", name: "Quito", priority: 1, active: true, area: inQuito };

/** A shop's memory, and a geocoder that gives one answer. */
function world(answer: GeocoderAnswer = { state: "unasked" }) {
  const memory = new Map<string, Remembered>();
  const notes = new Set<string>();
  const s = {
    shopId: "shop",
    shop: async () => ({ id: "shop", zonesVersion: 1 }),
    lock: async () => {},
    rememberedPosition: async (key: string) => memory.get(key) ?? null,
    rememberPosition: async (key: string, remembered: Remembered) => void memory.set(key, remembered),
    forgetPosition: async (key: string) => void memory.delete(key),
    forgetDoorNote: async (key: string) => void notes.delete(key),
  } as unknown as ShopStore;
  const questions: unknown[] = [];
  const ports = {
    store: { of: () => s, change: (_shop: string, work: (s: ShopStore) => unknown) => work(s) },
    clock: { now: () => NOW },
    zones: async () => zoneIndex([QUITO], geonames(["EC"])),
    addressKey: (shopId: string, text: string) => `${shopId} ${text.length}`,
    geocoder: async ({ address, withinMs }: AskedOfGeocoder) => (questions.push({ address, withinMs }), answer),
  } as unknown as Ports;
  const locate = (geocoder: typeof NOMINATIM | null = NOMINATIM) =>
    locateAddress(ports, { shop: { id: "shop", geocoder }, address: HOME, told: null, withinMs: 800 });
  return { memory, notes, s, ports, questions, locate };
}
const FOUND: GeocoderAnswer = { state: "found", point: { latitude: -0.1, longitude: -78.4 }, metres: 60 };

test("a geocoder is asked once for an address, for the address alone, and its answer is remembered", async () => {
  const { locate, questions, memory } = world(FOUND);
  expect(await locate()).toEqual({ latitude: -0.1, longitude: -78.4, source: "geocoder", metres: 60 });
  expect(await locate()).toEqual({ latitude: -0.1, longitude: -78.4, source: "geocoder", metres: 60 });
  expect(questions).toEqual([{ address: HOME, withinMs: 800 }]);
  expect([...memory.keys()].join()).not.toMatch(/calle/i);
});

test("that it knows nothing is remembered too; that it gave no answer is not", async () => {
  const unknown = world({ state: "unknown" });
  expect([await unknown.locate(), await unknown.locate(), unknown.questions.length]).toEqual([null, null, 1]);
  const silent = world();
  expect([await silent.locate(), await silent.locate(), silent.questions.length]).toEqual([null, null, 2]);
  expect(silent.memory.size).toBe(0);
});

test("without a geocoder, and where a courier confirmed, nobody outside is asked", async () => {
  const { locate, questions, s, ports } = world(FOUND);
  expect(await locate(null)).toBeNull();
  await rememberConfirmed(ports, s, saleTo(NOWHERE), { latitude: -0.2, longitude: -78.5, accuracyMetres: 15 });
  expect(await locate()).toMatchObject({ latitude: -0.2, source: "remembered" });
  expect(questions).toEqual([]);
});

test("an order is placed where deliveries to its address were confirmed, else where Shopify says; the next one to it profits", async () => {
  const { s, ports, locate } = world();
  const told = saleTo({ latitude: -0.3, longitude: -78.6 });
  expect((await placeKnown(ports, s, told)).position).toEqual({ latitude: -0.3, longitude: -78.6, source: "shopify" });
  expect((await placeKnown(ports, s, saleTo(NOWHERE))).position).toBeNull();
  await rememberTold(ports, s, told);
  expect(await locate()).toMatchObject({ latitude: -0.3, source: "shopify" });
  await rememberConfirmed(ports, s, told, { latitude: -0.301, longitude: -78.6, accuracyMetres: 15 });
  expect((await placeKnown(ports, s, told)).position).toMatchObject({ latitude: -0.301, source: "remembered" });
});

test("of an address in Quito that nobody told of, one who confirms in Guayaquil is not believed, and a geocoder is asked all the same", async () => {
  const { locate, s, ports, questions } = world(FOUND);
  const inGuayaquil = { latitude: -2.19, longitude: -79.89, accuracyMetres: 15 };
  await rememberConfirmed(ports, s, saleTo(NOWHERE), inGuayaquil);
  expect((await placeKnown(ports, s, saleTo(NOWHERE))).position).toBeNull();
  expect(await locate()).toMatchObject({ latitude: -0.1, source: "geocoder" });
  expect(questions).toHaveLength(1);
  for (let time = 0; time < 2; time++) await rememberConfirmed(ports, s, saleTo(NOWHERE), inGuayaquil);
  expect(await locate()).toMatchObject({ latitude: -2.19, source: "remembered" });
});

test("with a buyer who is taken out goes what is remembered of their address", async () => {
  const { s, ports, memory, notes } = world();
  const sale = saleTo({ latitude: -0.3, longitude: -78.6 });
  await rememberTold(ports, s, sale);
  for (const key of memory.keys()) notes.add(key);
  expect([memory.size, notes.size]).toEqual([1, 1]);
  await forgetAddress(ports, s, sale);
  expect([memory.size, notes.size]).toEqual([0, 0]);
});

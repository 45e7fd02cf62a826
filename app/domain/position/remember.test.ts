import { expect, test } from "vitest";
import { addressText } from "./address-text";
import { confidenceOf } from "./known-position";
import { isStillGood, positionFrom, withConfirmed, withHeard, withoutConfirmed, withTold, type Remembered } from "./remember";

const NOW = new Date("2026-11-25T15:00:00Z");
const within = { now: NOW, isElsewhere: () => false };
const days = (count: number) => new Date(NOW.getTime() - count * 86_400_000);
const at = (latitude: number, accuracyMetres: number | null = 10) => ({ latitude, longitude: -78.5, accuracyMetres });
const confirmedAt = (...latitudes: number[]) =>
  latitudes.reduce<Remembered | null>((known, latitude) => withConfirmed(known, at(latitude), within), null);
const geocoded = (updatedAt: Date, point: Remembered["point"] = { latitude: 1, longitude: 1 }): Remembered => ({
  ...{ source: "geocoder", point, metres: 40, confirmed: [], updatedAt },
});

test("one who confirmed far away by mistake doesn't move an address that others found", () => {
  expect(confirmedAt(-0.2, -0.2001, -2, -0.2002)?.point?.latitude).toBeCloseTo(-0.20015, 5);
  expect(confirmedAt(-0.2)).toMatchObject({ point: { latitude: -0.2 }, metres: 20, source: "delivered" });
});

test("against what Shopify or a geocoder told it takes three who confirmed elsewhere", () => {
  const told = withTold(null, { latitude: -0.2, longitude: -78.5 }, NOW);
  const once = withConfirmed(told, at(-0.3), within);
  const twice = withConfirmed(once, at(-0.3001), within);
  expect([once, twice].map((known) => [known?.source, known?.point?.latitude])).toEqual([
    ["shopify", -0.2],
    ["shopify", -0.2],
  ]);
  expect(withConfirmed(twice, at(-0.3002), within)).toMatchObject({ source: "delivered", point: { latitude: -0.3001 } });
  expect(withConfirmed(told, at(-0.201), within)).toMatchObject({ source: "delivered", point: { latitude: -0.201 } });
});

test("what nobody told is what the address says: far outside it, three must have confirmed; within it one", () => {
  const isElsewhere = ({ latitude }: { latitude: number }) => latitude < -1;
  const confirm = (known: Remembered | null, latitude: number) => withConfirmed(known, at(latitude), { now: NOW, isElsewhere });
  const once = confirm(null, -2);
  expect(once).toMatchObject({ source: "place", point: null, confirmed: [{ latitude: -2 }] });
  expect([positionFrom(once, null, NOW), isStillGood(once!, NOW)]).toEqual([null, false]);
  expect(positionFrom(once, { latitude: -0.2, longitude: -78.5 }, NOW)).toMatchObject({ latitude: -0.2, source: "shopify" });
  expect(confirm(confirm(once, -2), -2)).toMatchObject({ source: "delivered", point: { latitude: -2 } });
  expect(confirm(null, -0.2)).toMatchObject({ source: "delivered", point: { latitude: -0.2 } });
  expect(confirm(geocoded(NOW, null), -2)).toMatchObject({ source: "geocoder", point: null, confirmed: [{ latitude: -2 }] });
  expect(confirm(confirm(null, -0.2), -2)?.source).toBe("delivered");
});

test("against a geocoder that knew no more than the town one confirmation in it is enough", () => {
  const coarse = { ...geocoded(NOW, { latitude: -0.2, longitude: -78.5 }), metres: 5000 };
  const far = { ...coarse, metres: 40 };
  expect([withConfirmed(coarse, at(-0.25), within)?.source, withConfirmed(far, at(-0.25), within)?.source]).toEqual([
    "delivered",
    "geocoder",
  ]);
});

test("what a geocoder answers changes nothing of what is better known, and forgets nobody who confirmed", () => {
  const found = { point: { latitude: 1, longitude: 1 }, metres: 40 };
  const delivered = confirmedAt(-0.2);
  expect(withHeard(delivered, found, NOW)).toBe(delivered);
  const unsettled = withConfirmed(null, at(-2), { now: NOW, isElsewhere: () => true });
  expect(withHeard(unsettled, found, NOW)).toEqual({ ...geocoded(NOW), confirmed: unsettled!.confirmed });
  expect(withHeard(null, null, NOW)).toEqual({ ...geocoded(NOW, null), metres: 0 });
});

test("what the telephone was not sure of is not remembered", () => {
  expect(withConfirmed(null, at(-0.2, 101), within)).toBeNull();
  expect(withConfirmed(null, at(-0.2, null), within)).toBeNull();
});

test("the last nine count: an address whose people moved is learnt anew", () => {
  expect(confirmedAt(...Array<number>(9).fill(-0.2), ...Array<number>(9).fill(-0.3))?.point?.latitude).toBe(-0.3);
});

test("who stood there counts more than Shopify, Shopify more than a geocoder", () => {
  const told = { latitude: -0.5, longitude: -78 };
  const delivered = confirmedAt(-0.2);
  expect(withTold(delivered, told, NOW)).toBe(delivered);
  expect(withTold(geocoded(NOW), told, NOW)).toMatchObject({ source: "shopify", point: told });
  expect(positionFrom(delivered, told, NOW)).toMatchObject({ latitude: -0.2, source: "remembered", metres: 20 });
  expect(positionFrom(geocoded(NOW), told, NOW)).toEqual({ ...told, source: "shopify" });
  expect(positionFrom(geocoded(NOW), null, NOW)).toMatchObject({ source: "geocoder", metres: 40 });
  expect(positionFrom(null, null, NOW)).toBeNull();
});

test("a confirmation that was taken back is as if it had not been; the only one leaves nothing", () => {
  const [here, there] = [
    { latitude: -0.2, longitude: -78.5, metres: 10 },
    { latitude: -0.4, longitude: -78.5, metres: 10 },
  ];
  const known = { source: "delivered" as const, point: there, metres: 20, confirmed: [here, here, there], updatedAt: NOW };
  expect(withoutConfirmed(known, there)).toMatchObject({ point: { latitude: -0.2 }, confirmed: [here, here] });
  expect(withoutConfirmed({ ...known, confirmed: [there] }, there)).toBeNull();
  expect(withoutConfirmed({ ...known, source: "shopify", confirmed: [there] }, there)).toMatchObject({ source: "shopify", confirmed: [] });
  expect(withoutConfirmed(known, { latitude: 1, longitude: 1 })).toBe(known);
});

test("a geocoder is asked again after half a year, after a week where it knew nothing or no more than a town", () => {
  expect([isStillGood(geocoded(days(179)), NOW), isStillGood(geocoded(days(180)), NOW)]).toEqual([true, false]);
  expect([isStillGood(geocoded(days(6), null), NOW), isStillGood(geocoded(days(7), null), NOW)]).toEqual([true, false]);
  const coarse = (updatedAt: Date) => isStillGood({ ...geocoded(updatedAt), metres: 5000 }, NOW);
  expect([coarse(days(6)), coarse(days(7))]).toEqual([true, false]);
  expect(positionFrom(geocoded(days(200)), null, NOW)).toBeNull();
  expect(positionFrom({ ...confirmedAt(-0.2)!, updatedAt: days(900) }, null, NOW)?.source).toBe("remembered");
});

test("an address is known again however it is written, and another flat is another address", () => {
  const address = { countryCode: "EC", province: null, city: "Quito", zip: "170135", address1: "Av. Amazonas N34", address2: "Dpto. 3" };
  const text = addressText(address);
  expect(addressText({ ...address, province: "P", city: "QUITO ", address1: "av amazonas  n34", address2: "dpto 3" })).toBe(text);
  expect(addressText({ ...address, address2: "Dpto. 4" })).not.toBe(text);
  expect(addressText({ ...address, address1: " - " })).toBeNull();
});

test.each([
  [{ source: "remembered" }, "high"],
  [{ source: "shopify" }, "medium"],
  [{ source: "geocoder", metres: 40 }, "high"],
  [{ source: "place" }, "low"],
] as const)("%j is known with %s confidence", (position, confidence) => {
  expect(confidenceOf(position)).toBe(confidence);
});

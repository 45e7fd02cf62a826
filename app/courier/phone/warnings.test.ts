import { afterEach, expect, test, vi } from "vitest";
import { hasLittleRoom, isStorageLow, watchBattery } from "./warnings";

afterEach(() => vi.unstubAllGlobals());

const MB = 1024 * 1024;
test.each([
  [{ quota: 1_000 * MB, usage: 900 * MB }, false],
  [{ quota: 1_000 * MB, usage: 961 * MB }, true],
  [{}, false],
])("room for photos: %j", (estimate, isLittle) => {
  expect(hasLittleRoom(estimate)).toBe(isLittle);
});

test("a browser that does not tell how much room is left warns of nothing", async () => {
  vi.stubGlobal("navigator", {});
  expect(await isStorageLow()).toBe(false);
  vi.stubGlobal("navigator", { storage: { estimate: async () => ({ quota: 50 * MB, usage: 20 * MB }) } });
  expect(await isStorageLow()).toBe(true);
});

test("a low battery is told as it gets low, and no more while it is charged", async () => {
  const battery = Object.assign(new EventTarget(), { level: 0.4, charging: false });
  vi.stubGlobal("navigator", { getBattery: async () => battery });
  const told: boolean[] = [];
  await watchBattery((isLow) => told.push(isLow));
  battery.level = 0.15;
  battery.dispatchEvent(new Event("levelchange"));
  battery.charging = true;
  battery.dispatchEvent(new Event("chargingchange"));
  expect(told).toEqual([false, true, false]);
});

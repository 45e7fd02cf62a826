import type { Warning } from "../phone-port";

/** What may keep the phone from its work, said while there is still time. */
export type Warnings = Record<Warning, boolean>;
export const NO_WARNINGS: Warnings = { storage: false, battery: false, location: false, coldStart: false, forgotten: false };

/** Less than this much room is left for the page: two hundred photos or so. */
const LEAST_ROOM_BYTES = 40 * 1024 * 1024;
const LOW_BATTERY = 0.15;

type Battery = EventTarget & { level: number; charging: boolean };
type WithBattery = Navigator & { getBattery?: () => Promise<Battery> };

/** Asks the browser to keep what the phone holds when it clears up. It may say no; what is sent is safe anyway. */
export const keepStorage = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false;

export const hasLittleRoom = ({ quota, usage }: StorageEstimate): boolean =>
  quota !== undefined && usage !== undefined && quota - usage < LEAST_ROOM_BYTES;

/** false also where the browser doesn't tell. */
export const isStorageLow = async (): Promise<boolean> => hasLittleRoom((await navigator.storage?.estimate?.()) ?? {});

/** Tells whenever the battery gets low or is charged again. Only some browsers tell. */
export async function watchBattery(tell: (isLow: boolean) => void): Promise<void> {
  const battery = await (navigator as WithBattery).getBattery?.();
  if (!battery) return;
  const look = () => tell(!battery.charging && battery.level <= LOW_BATTERY);
  battery.addEventListener("levelchange", look);
  battery.addEventListener("chargingchange", look);
  look();
}

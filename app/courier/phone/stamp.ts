import type { Stamp } from "~/domain/phone-event/event";

/** What the server's clock said, and the phone's at that moment; ISO 8601. */
export type ServerTime = { serverAt: string; deviceAtServer: string };
/** The same with the page's monotonic clock in milliseconds: it lives as long as the page. */
export type Anchor = ServerTime & { monotonicMs: number };
export type Clocks = { deviceMs: number; monotonicMs: number };

/** Below this the two clocks of the phone agree. */
const TOLERANCE_MS = 2 * 60_000;

/** When something happened, as far as this phone can tell. */
export function stampOf(counter: number, { deviceMs, monotonicMs }: Clocks, anchor: Anchor | null, remembered: ServerTime | null): Stamp {
  const deviceAt = new Date(deviceMs).toISOString();
  if (!anchor) {
    const { serverAt, deviceAtServer } = remembered ?? { serverAt: null, deviceAtServer: null };
    return { deviceAt, counter, serverAt, deviceAtServer, elapsedMs: null };
  }
  const { serverAt, deviceAtServer } = anchor;
  const elapsedMs = Math.max(0, Math.round(monotonicMs - anchor.monotonicMs));
  return { deviceAt, counter, serverAt, deviceAtServer, elapsedMs: hasSlept(deviceMs, elapsedMs, deviceAtServer) ? null : elapsedMs };
}

/**
 * A browser's monotonic clock may stand still while the phone sleeps, as it does between two stops: it then says too little, and the phone's own clock is the
 * better witness. It never says too much: a clock that was set back is still contradicted by it.
 */
const hasSlept = (deviceMs: number, elapsedMs: number, deviceAtServer: string): boolean =>
  deviceMs - Date.parse(deviceAtServer) > elapsedMs + TOLERANCE_MS;

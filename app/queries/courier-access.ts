import type { DeviceRecord, PinState } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";

/** `state`: signed in, ended by a person, or with its link. */
export type DeviceView = Pick<DeviceRecord, "id" | "name" | "createdAt" | "lastSeenAt" | "endedAt"> & {
  state: "on" | "ended" | "ended_with_link";
};
export type CourierAccess = { devices: DeviceView[]; hasPin: boolean; pin: PinState };

/** More than a courier has telephones. */
const MOST_SHOWN = 20;

/** Through which telephones a courier gets in, and how the PIN of their link stands. */
export async function courierAccess(s: ShopStore, courierId: string, now: Date): Promise<CourierAccess> {
  const [devices, links, hasPin] = await Promise.all([s.devices(courierId), s.links("courier", courierId), s.hasPin(courierId)]);
  const inForce = links.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt > now);
  const [current] = inForce;
  const isLocked = current?.pinLockedUntil && current.pinLockedUntil > now;
  return {
    hasPin,
    pin: { pinTries: current?.pinTries ?? 0, pinLockedUntil: isLocked ? current.pinLockedUntil : null },
    devices: devices.slice(0, MOST_SHOWN).map(({ id, name, createdAt, lastSeenAt, endedAt, linkId }) => {
      const isOn = inForce.some((link) => link.id === linkId);
      return { id, name, createdAt, lastSeenAt, endedAt, state: endedAt ? "ended" : isOn ? "on" : "ended_with_link" };
    }),
  };
}

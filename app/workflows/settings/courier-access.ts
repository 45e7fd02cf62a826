import { isPin } from "~/domain/courier-pin/tries";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";

type Whose = { shopId: string; courierId: string; actor: string };

/** A PIN that each new telephone is asked for; null: none. What was locked by wrong ones is open again. Throws PermanentFailure pin_invalid, courier_unknown. */
export async function setCourierPin(
  { store, pins }: Pick<Ports, "store" | "pins">,
  { shopId, courierId, actor, pin }: Whose & { pin: string | null },
): Promise<void> {
  if (pin !== null && !isPin(pin)) throw new PermanentFailure("pin_invalid");
  const pinHash = pin === null ? null : await pins.hash(pin);
  await store.change(shopId, async (s) => {
    const courier = await nameOf(s, courierId);
    await s.setPin(courierId, pinHash);
    for (const { id } of await s.links("courier", courierId)) await s.notePinTry(id, { pinTries: 0, pinLockedUntil: null });
    const code = pin === null ? "pin_removed" : "pin_set";
    await s.record({ actor, type: "courier_link", reason: { code, params: { courier } } });
  });
}

/** One telephone is signed out: it is asked for the courier's link again. What it still holds is sent after that. */
export async function endDevice(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { shopId, courierId, actor, deviceId }: Whose & { deviceId: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    const courier = await nameOf(s, courierId);
    const device = (await s.devices(courierId)).find(({ id }) => id === deviceId);
    if (!device || device.endedAt) return;
    await s.updateDevice(deviceId, { endedAt: clock.now(), endedBy: actor });
    await s.record({ actor, type: "courier_link", reason: { code: "device_ended", params: { courier, device: device.name } } });
  });
}

async function nameOf(s: ShopStore, courierId: string): Promise<string> {
  const courier = (await s.couriers()).find(({ id }) => id === courierId);
  if (!courier) throw new PermanentFailure("courier_unknown");
  return courier.name;
}

import { lockMinutes, triesLeft } from "~/domain/courier-pin/tries";
import type { Ports } from "~/ports/ports";
import type { DeviceRecord } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { knownDevice, openCourierLink, openCourierSession, type HeldLink } from "~/workflows/delivery/open-courier-link";

/** `deviceName`: what the telephone calls itself; `session`: a cookie that it has from before; `pin`: as typed, null when it was not asked yet. */
export type SignIn = { token: string; deviceName: string; session: string | null; pin: string | null };
/** `pin`: it is asked for first; `triesLeft` null: none was typed. */
export type SignedIn =
  | { kind: "in"; publicKey: string; session: string; home: string }
  | { kind: "pin"; locale: string; timeZone: string; triesLeft: number | null; lockedUntil: Date | null };
type Needs = Pick<Ports, "store" | "links" | "clock" | "ids" | "pins">;

/**
 * A link signs a telephone in. One that is signed in already stays the same telephone, also under a new link of its courier; another is asked for
 * the courier's PIN first, where they have one. Null: the link opens nothing.
 */
export async function signInPhone(ports: Needs, { token, deviceName, session, pin }: SignIn): Promise<SignedIn | null> {
  const opened = await openCourierLink(ports, { token });
  if (!opened) return null;
  const { shop, courier, linkId, home, pinHash } = opened;
  const s = ports.store.of(shop.id);
  await s.touchLink(linkId);
  const known = await knownDevice(ports, { shopId: shop.id, courierId: courier.id, session });
  if (known) {
    if (known.linkId !== linkId) await s.updateDevice(known.id, { linkId });
    return { kind: "in", publicKey: shop.publicKey, session: session!, home };
  }
  const refusal = pinHash === null ? null : await askPin(ports, opened, pinHash, pin);
  if (refusal) return { kind: "pin", locale: courier.locale, timeZone: shop.timeZone, ...refusal };
  return {
    kind: "in",
    publicKey: shop.publicKey,
    home,
    session: await newDevice(ports, s, { publicKey: shop.publicKey, courierId: courier.id, linkId, name: deviceName }),
  };
}

/** A session of before telephones had their own becomes one; null: it is one already, or opens nothing. */
export async function exchangeOldSession(
  ports: Needs,
  { session, publicKey, deviceName }: { session: string; publicKey: string; deviceName: string },
): Promise<{ session: string; home: string } | null> {
  const opened = await openCourierSession(ports, { session, publicKey });
  if (!opened || opened.device) return null;
  const { shop, courier, linkId, home } = opened;
  const whose = { publicKey, courierId: courier.id, linkId, name: deviceName };
  return { home, session: await newDevice(ports, ports.store.of(shop.id), whose) };
}

type NewDevice = Pick<DeviceRecord, "courierId" | "linkId" | "name"> & { publicKey: string };

async function newDevice({ ids, links, clock }: Needs, s: ShopStore, { publicKey, ...device }: NewDevice): Promise<string> {
  const [deviceSecret, now] = [ids.secret(), clock.now()];
  await s.insertDevice({ ...device, id: ids.uuid(), secretHash: links.hash(deviceSecret), createdAt: now, lastSeenAt: now });
  return links.sessionOf({ publicKey, deviceSecret });
}

type Refusal = Pick<Extract<SignedIn, { kind: "pin" }>, "triesLeft" | "lockedUntil">;

/** One try at a time, and none while the link is locked: not even the right one. Null: it was the right one. */
async function askPin(ports: Needs, { shop, linkId, link }: HeldLink, pinHash: string, pin: string | null): Promise<Refusal | null> {
  const now = ports.clock.now();
  const isLocked = ({ pinLockedUntil }: { pinLockedUntil: Date | null }) => pinLockedUntil !== null && pinLockedUntil > now;
  if (pin === null) return { triesLeft: null, lockedUntil: isLocked(link) ? link.pinLockedUntil : null };
  return ports.store.change(shop.id, async (s) => {
    await s.lock(`pin:${linkId}`);
    const { pinTries, pinLockedUntil } = await s.pinState(linkId);
    if (isLocked({ pinLockedUntil })) return { triesLeft: 0, lockedUntil: pinLockedUntil };
    if (await ports.pins.matches(pin, pinHash)) {
      if (pinTries > 0) await s.notePinTry(linkId, { pinTries: 0, pinLockedUntil: null });
      return null;
    }
    const tries = pinTries + 1;
    const minutes = lockMinutes(tries);
    const lockedUntil = minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
    await s.notePinTry(linkId, { pinTries: tries, pinLockedUntil: lockedUntil });
    return { triesLeft: triesLeft(tries), lockedUntil };
  });
}

import type { ConfirmEvent, FailEvent, ReturnEvent } from "~/domain/phone-event/event";
import type { KeptProof, PinResult } from "~/domain/proof/told";
import type { Ports } from "~/ports/ports";
import type { Attempt } from "~/ports/door-records";
import type { Shop } from "~/ports/records";
import { isPinWanted } from "~/workflows/delivery/tell-pin";

/** The merchant's own words for a reason; null: everybody's. */
export const labelOf = (code: string, { failureReasons }: Pick<Shop, "failureReasons">): string | null =>
  failureReasons?.find((one) => one.code === code)?.label ?? null;

/** What a report proves beside its photos. What the phone found of the PIN is not believed: it is checked here again. */
export function proofColumns(
  { links }: Pick<Ports, "links">,
  event: ConfirmEvent | FailEvent | ReturnEvent,
  { isPhotoOwed, ...shop }: Pick<Shop, "proofRules"> & { isPhotoOwed: boolean },
): Pick<Attempt, "pin" | "proof"> {
  const owed = isPhotoOwed && { isPhotoOwed };
  if (event.kind !== "confirm") return { pin: null, proof: owed || null };
  const { pin: typed = null, ...kept } = event.proof ?? {};
  return {
    pin: isPinWanted(shop) || typed !== null ? pinResult(links, event.deliveryId, typed) : null,
    proof: keptOf({ ...kept, ...owed, ...(event.parcels && { parcels: event.parcels }) }),
  };
}

function pinResult(links: Ports["links"], deliveryId: string, typed: string | null): PinResult {
  if (typed === null || typed === "") return "none";
  return links.isDeliveryPin(deliveryId, typed) ? "verified" : "wrong";
}

function keptOf(told: KeptProof): KeptProof | null {
  const said = Object.entries(told).filter(([, value]) => value !== undefined && value !== "");
  return said.length > 0 ? Object.fromEntries(said) : null;
}

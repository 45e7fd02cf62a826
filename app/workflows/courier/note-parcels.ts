import { weightier } from "~/domain/attention/weight";
import { missingOf, type ToldParcels } from "~/domain/delivery/parcels";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

const numbersOf = ({ scanned, of }: ToldParcels): string => missingOf(of, scanned).join(", ");

/** What the order's story says of the parcels that a courier set out with; null: nobody scanned. */
export function parcelsReason(parcels: ToldParcels | undefined, courier: string): Worded | null {
  if (!parcels) return null;
  const { of, because } = parcels;
  const numbers = numbersOf(parcels);
  if (numbers === "") return { code: "parcels_scanned", params: { of } };
  if (because === "not_there") return { code: "set_out_short", params: { courier, numbers, of } };
  return because ? { code: "parcels_unscanned", params: { numbers, of, unscanned: because } } : null;
}

/** A parcel that was not there, as a person has to see it; null: none was missing, as far as the courier says. */
export function parcelMissing(
  code: "set_out_short" | "handed_over_short",
  parcels: ToldParcels | undefined,
  courier: string,
): Worded | null {
  if (!parcels || parcels.because !== "not_there" || numbersOf(parcels) === "") return null;
  return { code, params: { courier, numbers: numbersOf(parcels), of: parcels.of } };
}

/** Delivered without one of its parcels: that it was a person has to see. Part of the caller's transaction. */
export async function noteHandedOverShort(
  s: ShopStore,
  deliveryId: string,
  { parcels, courier }: { parcels: ToldParcels | undefined; courier: string },
): Promise<void> {
  const found = parcelMissing("handed_over_short", parcels, courier);
  if (found) await s.updateDelivery(deliveryId, { attention: weightier<Worded>((await s.delivery(deliveryId)).attention, found) });
}

import { parcelIn } from "~/domain/delivery/parcel-code";
import type { Day, StopView } from "../protocol";

/**
 * What a label, or what was typed for want of one, means to this courier. `which`: the order has more than one parcel; `beyond`: it has fewer;
 * `several`: the order has more than one stop; `takenOver`: another courier has delivered it.
 */
export type Found =
  | { code: "parcel"; stop: StopView; number: number }
  | { code: "which"; stop: StopView }
  | { code: "beyond"; stop: StopView; number: number }
  | { code: "several"; orderName: string }
  | { code: "takenOver"; orderName: string; courier: string }
  | { code: "notYours" }
  | { code: "unknown" };

type Known = Pick<Day, "pending" | "done" | "others">;

/** A day that the phone kept from before says nothing of parcels. */
export const parcelsOf = ({ parcels }: Pick<StopView, "parcels">): number => parcels ?? 1;

/** By a label of ours, or by an order's name and the parcel's number ("1001", "#1001/2"), as typed or in a barcode. */
export function findParcel(text: string, day: Known): Found {
  const stops = [...day.pending, ...day.done];
  const parcel = parcelIn(text);
  if (!parcel) return byName(text, stops);
  const { deliveryId, number } = parcel;
  const stop = stops.find((one) => one.deliveryId === deliveryId);
  if (stop) return parcelOf(stop, number);
  const other = day.others.find((one) => one.deliveryId === deliveryId && one.code === "taken_over");
  return other ? { code: "takenOver", orderName: other.orderName, courier: other.courier } : { code: "notYours" };
}

const NUMBERED = /^(.+?)\s*[/ ]\s*(\d{1,2})$/;
const plain = (name: string): string => name.trim().replace(/^#/, "").toUpperCase();

function byName(text: string, stops: readonly StopView[]): Found {
  const named = (name: string) => stops.filter(({ orderName }) => plain(orderName) === plain(name));
  if (plain(text) === "") return { code: "unknown" };
  const whole = named(text);
  // Names of orders may end in a number too: the whole text goes first.
  const numbered = whole.length === 0 ? NUMBERED.exec(text.trim()) : null;
  const [stop, another] = numbered ? named(numbered[1]!) : whole;
  if (!stop) return { code: "unknown" };
  if (another) return { code: "several", orderName: stop.orderName };
  if (numbered) return parcelOf(stop, Number(numbered[2]));
  return parcelsOf(stop) === 1 ? { code: "parcel", stop, number: 1 } : { code: "which", stop };
}

const parcelOf = (stop: StopView, number: number): Found =>
  number >= 1 && number <= parcelsOf(stop) ? { code: "parcel", stop, number } : { code: "beyond", stop, number };

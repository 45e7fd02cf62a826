import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js";
import { OPEN_STATES, type DeliveryState } from "~/domain/delivery/states";
import { pointOf, type Point } from "~/domain/geo/point";
import type { Money } from "~/domain/money/money";
import type { Units } from "~/domain/order/fulfillment";
import type { Sibling } from "./bearers";
import { carriedBy } from "./carried";
import { amountDue, amountToCollect, NOTHING_TAKEN, stillOwed, type AtDoor, type Bearing } from "./owed";
import { fetchFrom } from "./parcel-with-other";
import { fetchedUnits, isReverse } from "./reverse";
import type { Carried, Refused } from "./refusal";
import { isTakenBack } from "~/domain/order/way-out";
import { isReserved, type PostalAddress, type SaleOrder } from "~/domain/order/order";

/** A delivery as its courier needs it: nothing about the buyer that isn't needed at the door. Instants are ISO strings. */
export type Stop = {
  deliveryId: string;
  /** The goods of a return are fetched from the buyer: nothing is handed over or collected for it. */
  isReturn: boolean;
  orderName: string;
  state: DeliveryState;
  /** First name and initial. */
  buyer: string;
  addressLines: string[];
  countryCode: string | null;
  /** Where the navigation goes: coordinates when the order has them, else the address. */
  destination: string;
  /** The order's coordinates; null when it has none. */
  position: Point | null;
  /** E.164, or as typed when it is no number we can read. */
  phone: string | null;
  /** Digits for wa.me; null when the number can't be one. */
  whatsapp: string | null;
  buyerLocale: string | null;
  units: number;
  /** How many parcels it is packed in. */
  parcels: number;
  goods: (Carried & { title: string })[];
  /** The other half of an exchange, for the same courier: what it brings or fetches at this door. Null: there is none. */
  exchange: { deliveryId: string; goods: { title: string; quantity: number }[] } | null;
  /** What of it was not taken and is still to be brought back. */
  bringBack: { title: string; quantity: number }[];
  currency: string;
  /** Which of the order's deliveries it is; null: the only one. */
  place: { number: number; of: number } | null;
  /** What to collect at the door; null: nothing. */
  collect: Money | null;
  payment: DoorPayment;
  deliveredAt: string | null;
  /** yyyy-mm-dd: when the buyer wants it tried again; null: nobody said. */
  reattemptOn: string | null;
  /** Who has the parcel, when it is not at the shop; null: nobody else. */
  fetchFrom: string | null;
};

/**
 * What the courier must know of the money: `paid` only when nothing is outstanding. `reserved`: the card is charged by the photo.
 * `unpaid`: the money was to come another way and hasn't; whether the parcel may be handed over only the shop knows.
 * `refunded`: all of it was given back, so the parcel is not handed over. `elsewhere`: it is collected with another delivery of the order.
 */
export const DOOR_PAYMENTS = ["collect", "elsewhere", "paid", "reserved", "unpaid", "refunded"] as const;
export type DoorPayment = (typeof DOOR_PAYMENTS)[number];

type Delivery = Sibling & {
  lines: readonly Units[];
  refused?: readonly Refused[];
  owesRest?: boolean;
  returnGid?: string | null;
  parcels?: number;
  deliveredAt: Date | null;
  reattemptOn?: string | null;
  attention?: Parameters<typeof fetchFrom>[0];
};

/** `siblings`: the order's ways out, this one among them unless it fetches what comes back; `taken`: what their couriers have collected for it. */
export function stopOf(delivery: Delivery, sale: SaleOrder, siblings: readonly Bearing[] = [delivery], taken = NOTHING_TAKEN): Stop {
  const goods = carriedBy(delivery.lines, sale);
  const address = sale.shippingAddress;
  const addressLines = address ? linesOf(address) : [];
  const position = pointOf(address);
  return {
    deliveryId: delivery.id,
    isReturn: isReverse(delivery),
    orderName: sale.name,
    state: delivery.state,
    buyer: shortName(address?.name ?? sale.customerName),
    addressLines,
    countryCode: address?.countryCode ?? null,
    destination: position
      ? `${position.latitude},${position.longitude}`
      : [...addressLines, address?.countryCode].filter(Boolean).join(", "),
    position,
    ...phoneOf(address?.phone ?? sale.phone, address?.countryCode ?? null),
    buyerLocale: sale.locale,
    units: goods.reduce((sum, { quantity }) => sum + quantity, 0),
    parcels: delivery.parcels ?? 1,
    goods,
    bringBack: bringBackOf(delivery, goods),
    exchange: null,
    currency: sale.currency,
    place: isReverse(delivery) ? null : numberAmong(delivery, siblings),
    ...(isReverse(delivery) ? NOTHING_TO_COLLECT : atTheDoor(delivery, sale, { siblings, taken })),
    deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
    reattemptOn: (delivery.state === "attempt_failed" && delivery.reattemptOn) || null,
    fetchFrom: fetchFrom(delivery.attention),
  };
}

const NOTHING_TO_COLLECT = { collect: null, payment: "paid" } as const;

function bringBackOf(delivery: Delivery, goods: Stop["goods"]): Stop["bringBack"] {
  const { lines, refused = [], owesRest = false } = delivery;
  if (!owesRest) return [];
  const units = isReverse(delivery) ? fetchedUnits({ lines, refused }) : refused;
  return units.map(({ lineId, quantity }) => ({ title: goods.find((line) => line.lineId === lineId)?.title ?? "", quantity }));
}

function numberAmong({ id }: Sibling, siblings: readonly Sibling[]): Stop["place"] {
  const standing = siblings.filter(({ state }) => state !== "cancelled").sort((a, b) => a.id.localeCompare(b.id));
  return standing.length > 1 ? { number: standing.findIndex((one) => one.id === id) + 1, of: standing.length } : null;
}

function atTheDoor({ id, state }: Sibling, sale: SaleOrder, door: AtDoor): Pick<Stop, "collect" | "payment"> {
  if (OPEN_STATES.includes(state) && isTakenBack(sale)) return { collect: null, payment: "refunded" };
  if (amountToCollect(sale)) {
    const [own, all] = [amountDue(sale, id, door), stillOwed(sale, door)];
    const minor = own || (door.siblings.length === 1 ? all : 0);
    if (minor > 0) return { collect: { minor, currency: sale.currency }, payment: "collect" };
    return { collect: null, payment: all > 0 ? "elsewhere" : "paid" };
  }
  if (isReserved(sale)) return { collect: null, payment: "reserved" };
  return { collect: null, payment: sale.outstandingMinor > 0 ? "unpaid" : "paid" };
}

/** "Ana María Pérez" → "Ana P."; a single word stays. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return last ? `${first} ${[...last][0]}.` : first;
}

function linesOf({ address1, address2, city, province, zip }: PostalAddress): string[] {
  // Ecuador's shoppers put their district into the postal field: it is shown as typed.
  const place = [zip, city, province].map((part) => part?.trim()).filter(Boolean);
  return [address1?.trim(), address2?.trim(), [...new Set(place)].join(", ")].filter((line): line is string => Boolean(line));
}

function phoneOf(raw: string | null, country: string | null): Pick<Stop, "phone" | "whatsapp"> {
  if (!raw?.trim()) return { phone: null, whatsapp: null };
  const parsed = parsePhoneNumberFromString(raw, (country ?? "EC") as CountryCode);
  if (!parsed?.isPossible()) return { phone: raw.replace(/[^\d+*#]/g, "") || null, whatsapp: null };
  return { phone: parsed.number, whatsapp: parsed.number.slice(1) };
}

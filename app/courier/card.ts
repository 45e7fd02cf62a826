import { OPEN_STATES } from "~/domain/delivery/states";
import type { Stop } from "~/domain/delivery/stop";
import type { Due } from "~/domain/settlement/collected";
import type { Locale } from "~/i18n/locale";
import { localeFrom } from "~/i18n/locale";
import { amountText } from "./amount-text";
import { dayInWords } from "./day-text";
import { refusableOf, type Refusable } from "./refusable";
import { stopWords } from "./stop-words";
import { courierWords } from "./words";

/** A stop with everything put into words and links, so that server and phone show the same. */
export type Card = Omit<
  Stop,
  | "isReturn"
  | "exchange"
  | "currency"
  | "reattemptOn"
  | "parcels"
  | "bringBack"
  | "goods"
  | "collect"
  | "destination"
  | "position"
  | "whatsapp"
  | "buyerLocale"
  | "countryCode"
> & {
  /** Its goods are fetched from the buyer. Absent: a day that the phone keeps from before. */
  isReturn?: boolean;
  /** `isToStart`: whoever sets out here sets out with the other half too. */
  exchange?: (NonNullable<Stop["exchange"]> & { isToStart?: boolean }) | null;
  collect: string | null;
  goods: { title: string; quantity: number }[];
  /** Absent: a day that the phone keeps from before. */
  bringBack?: Stop["bringBack"];
  /** Absent as well there: one. */
  parcels?: number;
  refusable?: Refusable | null;
  /** The same as a number, with what the law lets be paid in cash. */
  due: Due | null;
  deliveredAtText: string | null;
  /** The day, and in words. Absent, as where it is: the phone kept the stop before it was told. */
  reattemptOn?: string | null;
  reattemptText?: string | null;
  position?: Stop["position"];
  callUrl: string | null;
  whatsappUrl: string | null;
  mapsUrl: string | null;
  wazeUrl: string | null;
  /** For whichever map the phone has; absent: kept before there was one. */
  geoUrl?: string | null;
};
/** `isUndoable`: it may be to be delivered again before the phone hears of us; `cashLimitMinor`: the most that may be paid in cash at one door. */
type For = {
  cashLimitMinor?: number | null;
  isUndoable?: boolean;
  locale: Locale;
  shop: { name: string; timeZone: string };
  courier: { name: string };
};

export function cardOf(stop: Stop, { locale, shop, courier, cashLimitMinor = null, isUndoable = false }: For): Card {
  const { collect, currency: _currency, destination, reattemptOn, whatsapp, buyerLocale, countryCode, ...told } = stop;
  const rest = { ...told, reattemptOn, goods: stop.goods.map(({ title, quantity }) => ({ title, quantity })) };
  const amount = collect && amountText(collect, locale, countryCode ?? "EC");
  const due = collect && { ...collect, cashLimitMinor };
  const time =
    stop.deliveredAt &&
    new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: shop.timeZone }).format(
      new Date(stop.deliveredAt),
    );
  const reattemptText = reattemptOn && dayInWords(reattemptOn, locale);
  const hello = stopWords(stop, courierWords(localeFrom(buyerLocale, locale)))("whatsappText", {
    buyer: stop.buyer.split(" ")[0] ?? "",
    courier: courier.name,
    order: stop.orderName,
    shop: shop.name,
  });
  const place = encodeURIComponent(destination);
  // Once it is done there is no reason left to reach the buyer.
  if (!OPEN_STATES.includes(stop.state))
    return {
      ...rest,
      reattemptText,
      phone: null,
      collect: amount,
      due: isUndoable ? due : null,
      ...(isUndoable && { refusable: refusableOf(stop, locale) }),
      deliveredAtText: time,
      callUrl: null,
      whatsappUrl: null,
      mapsUrl: null,
      wazeUrl: null,
      geoUrl: null,
    };
  return {
    ...rest,
    refusable: refusableOf(stop, locale),
    reattemptText,
    collect: amount,
    due,
    deliveredAtText: time,
    callUrl: stop.phone && `tel:${stop.phone}`,
    whatsappUrl: whatsapp && `https://wa.me/${whatsapp}?text=${encodeURIComponent(hello)}`,
    mapsUrl: destination ? `https://www.google.com/maps/dir/?api=1&destination=${place}` : null,
    geoUrl: destination ? geoUrlOf(stop) : null,
    wazeUrl: destination ? `https://waze.com/ul?${stop.position ? "ll" : "q"}=${place}&navigate=yes` : null,
  };
}

/** RFC 5870 with the query that Android's maps read: a pin under the order's name, else the address to be looked for. */
function geoUrlOf({ position, destination, orderName }: Stop): string {
  if (!position) return `geo:0,0?q=${encodeURIComponent(destination)}`;
  const point = `${position.latitude},${position.longitude}`;
  return `geo:${point}?q=${point}(${encodeURIComponent(orderName)})`;
}

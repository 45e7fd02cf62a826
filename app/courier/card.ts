import { OPEN_STATES } from "~/domain/delivery/states";
import type { Stop } from "~/domain/delivery/stop";
import { decimalsOf } from "~/domain/money/money";
import type { Locale } from "~/i18n/locale";
import { localeFrom } from "~/i18n/locale";
import { refusableOf, type Refusable } from "./refusable";
import { courierWords } from "./words";

/** A stop with everything put into words and links, so that server and phone show the same. */
export type Card = Omit<
  Stop,
  "currency" | "bringBack" | "goods" | "collect" | "destination" | "position" | "whatsapp" | "buyerLocale" | "countryCode"
> & {
  collect: string | null;
  goods: { title: string; quantity: number }[];
  /** Absent: a day that the phone keeps from before. */
  bringBack?: Stop["bringBack"];
  refusable?: Refusable | null;
  deliveredAtText: string | null;
  callUrl: string | null;
  whatsappUrl: string | null;
  mapsUrl: string | null;
  wazeUrl: string | null;
};
type For = { locale: Locale; shop: { name: string; timeZone: string }; courier: { name: string } };

export function cardOf(stop: Stop, { locale, shop, courier }: For): Card {
  const { collect, currency: _currency, destination, position, whatsapp, buyerLocale, countryCode, ...told } = stop;
  const rest = { ...told, goods: stop.goods.map(({ title, quantity }) => ({ title, quantity })) };
  // A country's own way to write money: $25.00 in Ecuador, whatever the language.
  const amount =
    collect &&
    new Intl.NumberFormat(`${locale}-${countryCode ?? "EC"}`, { style: "currency", currency: collect.currency }).format(
      collect.minor / 10 ** decimalsOf(collect.currency),
    );
  const time =
    stop.deliveredAt &&
    new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: shop.timeZone }).format(
      new Date(stop.deliveredAt),
    );
  const hello = courierWords(localeFrom(buyerLocale, locale))("whatsappText", {
    buyer: stop.buyer.split(" ")[0] ?? "",
    courier: courier.name,
    order: stop.orderName,
    shop: shop.name,
  });
  const place = encodeURIComponent(destination);
  // Once it is done there is no reason left to reach the buyer.
  if (!OPEN_STATES.includes(stop.state))
    return { ...rest, phone: null, collect: amount, deliveredAtText: time, callUrl: null, whatsappUrl: null, mapsUrl: null, wazeUrl: null };
  return {
    ...rest,
    refusable: refusableOf(stop, locale),
    collect: amount,
    deliveredAtText: time,
    callUrl: stop.phone && `tel:${stop.phone}`,
    whatsappUrl: whatsapp && `https://wa.me/${whatsapp}?text=${encodeURIComponent(hello)}`,
    mapsUrl: destination ? `https://www.google.com/maps/dir/?api=1&destination=${place}` : null,
    wazeUrl: destination ? `https://waze.com/ul?${position ? "ll" : "q"}=${place}&navigate=yes` : null,
  };
}

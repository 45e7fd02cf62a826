import type { Card } from "../card";
import type { Say } from "../words";

type Props = { card: Card; t: Say };

export const StateBadge = ({ card, t }: Props) => <span className={`badge ${card.state}`}>{t(`state.${card.state}`)}</span>;

/** What to collect comes first: it is the thing one must not forget. */
export const Amount = ({ card, t }: Props) =>
  card.payment === "collect" ? (
    <p className="collect">
      <span>{t("collect")}</span>
      <strong>{card.collect}</strong>
    </p>
  ) : (
    <p className={card.payment}>{t(`payment.${card.payment}`)}</p>
  );

/** The same on the list, where there is less room. */
export const AmountShort = ({ card, t }: Props) =>
  card.payment === "collect" ? (
    <strong className="chip cash">{t("short.collect", { amount: card.collect ?? "" })}</strong>
  ) : (
    <span className={`chip ${card.payment}`}>{t(`short.${card.payment}`)}</span>
  );

/** The parcel is not at the shop. */
export const FetchFrom = ({ card: { fetchFrom }, t }: Props) =>
  fetchFrom === null ? null : <p className="note">{t("fetchFrom", { name: fetchFrom })}</p>;

/** What was not taken is still with the courier. */
export const BringBack = ({ card: { bringBack = [] }, t }: Props) =>
  bringBack.length === 0 ? null : (
    <p className="note">{t("bringBack", { goods: bringBack.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ") })}</p>
  );

export const Address = ({ card, t }: Props) => (
  <address>
    <strong>{card.buyer}</strong>
    {card.addressLines.length === 0 ? <span>{t("noAddress")}</span> : card.addressLines.map((line) => <span key={line}>{line}</span>)}
  </address>
);

export const units = (card: Card, t: Say): string => {
  const many = card.units === 1 ? t("units.one") : t("units.many", { count: card.units });
  const parcels = (card.parcels ?? 1) > 1 && t("parcels.many", { count: card.parcels! });
  return [many, parcels, card.place && t("place", card.place)].filter(Boolean).join(" · ");
};

/** What the courier has to have with them. */
export const Goods = ({ card: { goods } }: { card: Card }) => (
  <ul className="goods">
    {goods.map(({ title, quantity }) => (
      <li key={title}>
        {quantity} × {title}
      </li>
    ))}
  </ul>
);

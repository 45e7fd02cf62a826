import type { Card } from "../card";
import type { Say } from "../words";
import { PageLink } from "./page-link";

type Props = { stop: Card; list: string; t: Say };

/** Of an exchange the other half, at the same door: what is handed over, or taken, there too. */
export function ExchangeNote({ stop: { exchange, isReturn = false }, list, t }: Props) {
  if (!exchange) return null;
  const goods = exchange.goods.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ");
  return (
    <section className="panel exchange">
      <h2>{t("exchange.title")}</h2>
      <p>{t(isReturn ? "exchange.hand" : "exchange.take", { goods })}</p>
      <PageLink className="button quiet" to={`${list}/deliveries/${exchange.deliveryId}`}>
        {t(isReturn ? "exchange.toHand" : "exchange.toTake")}
      </PageLink>
    </section>
  );
}

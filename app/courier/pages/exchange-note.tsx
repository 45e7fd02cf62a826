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
      {!isReturn && <p className="hint">{t("exchange.askFirst")}</p>}
      <PageLink className="button quiet" to={`${list}/deliveries/${exchange.deliveryId}`}>
        {t(isReturn ? "exchange.toHand" : "exchange.toTake")}
      </PageLink>
    </section>
  );
}

/** The one half is told: at the same door comes the other, and what if the buyer has not got it. */
export const OtherHalf = ({ stop: { isReturn = false, state }, t }: Pick<Props, "stop" | "t">) =>
  state === "delivered" ? null : (
    <div className="note good" role="status">
      <p>{t(isReturn ? "exchange.nowTake" : "exchange.nowHand")}</p>
      {isReturn && <p className="hint">{t("exchange.notThere")}</p>}
    </div>
  );

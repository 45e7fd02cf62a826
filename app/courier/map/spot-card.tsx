import { Contact } from "../pages/contact";
import { PageLink } from "../pages/page-link";
import { AmountShort, StateBadge } from "../pages/stop-parts";
import type { Say } from "../words";
import type { Spot } from "./spots";

type Props = { spot: Spot; list: string; t: Say };

/** What is to be brought to the place that was tapped on, and the way there. */
export const SpotCard = ({ spot: { stops }, list, t }: Props) => (
  <ul className="stops">
    {stops.map(({ number, card }) => (
      <li key={card.deliveryId} className="panel stop">
        <div className="line">
          {number !== null && <span className="number">{number}</span>}
          <h2 className="order">{card.orderName}</h2>
          <StateBadge card={card} t={t} />
        </div>
        <address>
          <strong>{card.buyer}</strong>
          <span>{card.addressLines.join(" · ")}</span>
        </address>
        {number !== null && (
          <p className="facts">
            <AmountShort card={card} t={t} />
          </p>
        )}
        <Contact card={card} t={t} />
        <PageLink className="button main" to={`${list}/deliveries/${card.deliveryId}`}>
          {t("open")}
        </PageLink>
      </li>
    ))}
  </ul>
);

import { Contact } from "../pages/contact";
import { PageLink } from "../pages/page-link";
import { StateBadge, TakeShort } from "../pages/stop-parts";
import { stopWords } from "../stop-words";
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
          <StateBadge card={card} t={stopWords(card, t)} />
        </div>
        <address>
          <strong>{card.buyer}</strong>
          <span>{card.addressLines.join(" · ")}</span>
        </address>
        {number !== null && (
          <p className="facts">
            <TakeShort card={card} t={stopWords(card, t)} />
          </p>
        )}
        <Contact card={card} t={stopWords(card, t)} />
        <PageLink className="button main" to={`${list}/deliveries/${card.deliveryId}`}>
          {stopWords(card, t)("open")}
        </PageLink>
      </li>
    ))}
  </ul>
);

import type { StopView } from "../protocol";
import type { Say } from "../words";
import { Lights } from "./lights";
import { PageLink } from "./page-link";

type Props = { cards: StopView[]; list: string; t: Say };

/** What buyers want on a day that has not come: in sight, and out of the way. */
export const Later = ({ cards, list, t }: Props) => (
  <section>
    <h2>
      {t("later")} ({cards.length})
    </h2>
    <ul className="done later">
      {cards.map((card) => (
        <li key={card.deliveryId}>
          <p>
            <PageLink to={`${list}/deliveries/${card.deliveryId}`}>{card.orderName}</PageLink>
            <span>{card.buyer}</span>
            <time dateTime={card.reattemptOn ?? undefined}>{card.reattemptText}</time>
          </p>
          <Lights deliveryId={card.deliveryId} t={t} />
        </li>
      ))}
    </ul>
  </section>
);

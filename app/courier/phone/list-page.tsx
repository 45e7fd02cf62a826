import type { StopView } from "../protocol";
import { StateBadge } from "../stop";
import type { Say } from "../words";
import type { Page } from "./addresses";
import { usePhone } from "./use-phone";

type Props = { stops: StopView[]; t: Say; go: (to: Page) => void };

export function ListPage({ stops, t, go }: Props) {
  const { lights } = usePhone();
  return (
    <ul className="stops">
      {stops.map((stop) => {
        const { event, photos } = lights(stop.deliveryId);
        return (
          <li key={stop.deliveryId} className="panel stop" data-event={event ?? ""} data-photos={`${photos.sent}/${photos.of}`}>
            <p className="line">
              <strong className="order">{stop.orderName}</strong>
              <StateBadge card={stop} t={t} />
            </p>
            <button type="button" className="button main" onClick={() => go({ page: "delivery", deliveryId: stop.deliveryId })}>
              {t("open")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

import type { Card } from "../card";
import type { Day } from "../protocol";
import type { Say } from "../words";
import { OnlineForm } from "./online-form";

/** By what the list is in order; and the way back to the proposed order for whoever changed it. */
export const OrderedBy = ({ by, t }: { by: Day["orderedBy"]; t: Say }) => (
  <OnlineForm className="ordered" t={t}>
    <span className="hint">{t(`order.${by}`)}</span>
    {by === "hand" && (
      <button className="button quiet small" name="intent" value="propose">
        {t("order.propose")}
      </button>
    )}
  </OnlineForm>
);

type Props = { card: Card; isFirst: boolean; isLast: boolean; t: Say };

/** Changes places with the stop before or after. */
export const MoveButtons = ({ card: { deliveryId, orderName }, isFirst, isLast, t }: Props) => (
  <OnlineForm className="move" t={t}>
    <input type="hidden" name="deliveryId" value={deliveryId} />
    {(["up", "down"] as const).map((way) => (
      <button
        key={way}
        className="button quiet small"
        name="intent"
        value={way}
        // Not switched off: the stop that has just become the first keeps the keyboard. Once more changes nothing.
        aria-disabled={way === "up" ? isFirst : isLast}
        aria-label={t(`order.${way}Of`, { order: orderName })}
      >
        {way === "up" ? "↑" : "↓"}
      </button>
    ))}
  </OnlineForm>
);

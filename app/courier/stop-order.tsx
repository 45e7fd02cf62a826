import { Form } from "@remix-run/react";
import type { Card } from "./card";
import type { Say } from "./words";

/** By what the list is in order; and the way back to the proposed order for whoever changed it. */
export const OrderedBy = ({ by, t }: { by: "road" | "line" | "hand"; t: Say }) => (
  <Form method="post" className="ordered">
    <span className="hint">{t(`order.${by}`)}</span>
    {by === "hand" && (
      <button className="button quiet small" name="intent" value="propose">
        {t("order.propose")}
      </button>
    )}
  </Form>
);

type Props = { card: Card; isFirst: boolean; isLast: boolean; t: Say };

/** Changes places with the stop before or after; a plain form, so that it works without a script. */
export const MoveButtons = ({ card: { deliveryId, orderName }, isFirst, isLast, t }: Props) => (
  <Form method="post" className="move" preventScrollReset>
    <input type="hidden" name="deliveryId" value={deliveryId} />
    {(["up", "down"] as const).map((way) => (
      <button
        key={way}
        className="button quiet small"
        name="intent"
        value={way}
        disabled={way === "up" ? isFirst : isLast}
        aria-label={t(`order.${way}Of`, { order: orderName })}
      >
        {way === "up" ? "↑" : "↓"} {t(`order.${way}`)}
      </button>
    ))}
  </Form>
);

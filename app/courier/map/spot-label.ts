import type { Say } from "../words";
import type { Spot } from "./spots";

/** A spot in words, for who can't see it. */
export const spotLabel =
  (t: Say) =>
  ({ stops }: Pick<Spot, "stops">): string =>
    stops
      .map(({ number, card: { orderName: order, buyer } }) =>
        number === null ? t("map.spotDone", { order }) : t("map.spot", { number, order, buyer }),
      )
      .join("; ");

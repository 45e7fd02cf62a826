import type { Units } from "./fulfillment";
import type { SaleOrder } from "./order";

/** Units as a person reads them: "2 × Café, 1 × Taza". */
export const namedUnits = (units: readonly Units[], { lines, removedLines }: Pick<SaleOrder, "lines" | "removedLines">): string =>
  units
    .map(({ lineId, quantity }) => `${quantity} × ${[...lines, ...removedLines].find(({ id }) => id === lineId)?.title ?? lineId}`)
    .join(", ");

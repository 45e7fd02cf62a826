import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedOrders } from "~/testing/generated-orders";
import type { WayMethod } from "~/domain/order/way";
import { standing } from "./bearers";
import { sharesOf } from "./share-of-order";
import { DELIVERY_STATES, type DeliveryState } from "./states";

const RUNS = Number(process.env.FC_RUNS ?? 1_000);
const METHODS: WayMethod[] = ["courier", "pickup", "carrier"];

type Drawn = { state: DeliveryState; method: WayMethod; cut: number };
const drawn = fc.record<Drawn>({
  state: fc.constantFrom(...DELIVERY_STATES),
  method: fc.constantFrom(...METHODS),
  cut: fc.integer({ min: 0, max: 3 }),
});

test("whatever its deliveries carry and have become, their parts add up to the order to the cent, and none is below nothing", () => {
  fc.assert(
    fc.property(
      generatedOrders,
      fc.array(drawn, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -500, max: 900 }),
      (order, all, extra) => {
        const paid = order.lines.reduce(
          (sum, { netMinor, taxLines }) =>
            sum + netMinor + (order.taxesIncluded ? 0 : taxLines.reduce((tax, one) => tax + one.amountMinor, 0)),
          0,
        );
        const sale = { ...order, totalMinor: Math.max(0, paid + extra) };
        // More or fewer units than the line has: what was refunded since, and what nobody carries.
        const siblings = all.map(({ cut, ...one }, at) => ({
          ...{ ...one, id: `d${at}` },
          lines: order.lines.map(({ id, quantity }, line) => ({ lineId: id, quantity: (cut + line * at) % (quantity + 1) })),
        }));
        const shares = [...sharesOf(sale, siblings).values()];
        expect(shares).toHaveLength(standing(siblings).length);
        if (shares.length > 0) expect(shares.reduce((sum, { orderMinor }) => sum + orderMinor, 0)).toBe(sale.totalMinor);
        expect(shares.filter(({ orderMinor }) => orderMinor < 0)).toEqual([]);
        const couriers = standing(siblings).filter(({ method }) => method === "courier");
        expect(shares.filter(({ bearsShipping }) => bearsShipping)).toHaveLength(Math.min(1, couriers.length));
      },
    ),
    { numRuns: RUNS },
  );
});

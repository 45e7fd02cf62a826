import fc from "fast-check";
import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import type { Fulfillment, FulfillmentOrder, Units } from "./fulfillment";
import { hasLeft, planWays, type Known } from "./match-ways";

/** `isMarked`: out with goods that Shopify has meanwhile put elsewhere; a person is told. */
type Delivery = Known & { lines: Units[]; isMarked: boolean };
type World = { orders: FulfillmentOrder[]; sent: Fulfillment[]; deliveries: Delivery[]; ids: number };
type Step = { kind: "move" | "split" | "merge" | "fulfil" | "start" | "deliver" | "read"; at: number; to: number };

const RUNS = Number(process.env.FC_RUNS ?? 2000);
const PLACES = ["quito", "cuenca", "manta"];
const lines = ["a", "b", "c"].map((id) => aSaleLine({ id, quantity: 3 }));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Step["kind"]>("move", "split", "merge", "fulfil", "start", "deliver", "read"),
    at: fc.nat(20),
    to: fc.nat(20),
  }),
  { maxLength: 14 },
);

const aWorld = (pickup: boolean): World => ({
  orders: lines.map(({ id }, at) => ({
    gid: `f${at}`,
    status: "OPEN",
    deliveryMethod: pickup && at === 2 ? ("pickup_in_store" as const) : ("shipping" as const),
    locationGid: PLACES[at % 2]!,
    lines: [{ lineId: id, quantity: 3 }],
  })),
  sent: [],
  deliveries: [],
  ids: 10,
});

const pick = <T>(all: T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
const isOpen = ({ status }: FulfillmentOrder) => status === "OPEN";

/** What Shopify, the merchant or a courier does. */
function happen(world: World, { kind, at, to }: Step): void {
  const order = pick(world.orders.filter(isOpen), at);
  switch (kind) {
    case "read":
      return read(world);
    case "move":
      if (order) order.locationGid = pick(PLACES, to)!;
      return;
    case "split": {
      if (!order || order.lines[0]!.quantity < 2) return;
      const [first, ...others] = order.lines as [Units, ...Units[]];
      order.lines = [{ ...first, quantity: first.quantity - 1 }, ...others];
      const part = { gid: `f${world.ids++}`, locationGid: pick(PLACES, to)!, lines: [{ ...first, quantity: 1 }] };
      world.orders.push({ ...order, ...part });
      return;
    }
    case "merge": {
      const other = pick(
        world.orders.filter((one) => isOpen(one) && one !== order && one.deliveryMethod === order?.deliveryMethod),
        to,
      );
      if (!order || !other) return;
      other.lines = [...other.lines, ...order.lines];
      Object.assign(order, { status: "CLOSED", lines: [] });
      return;
    }
    case "fulfil":
      if (order) fulfil(world, [order], []);
      return;
    case "start": {
      const delivery = pick(
        world.deliveries.filter(({ state, method }) => state === "assigned" && method === "courier"),
        at,
      );
      if (!delivery) return;
      delivery.state = "out_for_delivery";
      // What is told to Shopify is never told by an old picture of it.
      read(world);
      fulfil(
        world,
        world.orders.filter((one) => isOpen(one) && delivery.fulfillmentOrderGids.includes(one.gid)),
        [delivery.id],
      );
      return;
    }
    case "deliver": {
      const delivery = pick(
        world.deliveries.filter(({ state }) => state === "out_for_delivery"),
        at,
      );
      if (delivery) delivery.state = "delivered";
    }
  }
}

function fulfil(world: World, orders: FulfillmentOrder[], trackingNumbers: string[]): void {
  if (orders.length === 0) return;
  for (const order of orders) order.status = "CLOSED";
  world.sent.push({
    gid: `s${world.ids++}`,
    status: "SUCCESS",
    createdAt: "2026-11-23T15:00:00Z",
    fulfillmentOrderGids: orders.map(({ gid }) => gid),
    trackingNumbers,
    trackingCompany: null,
    lines: orders.flatMap((one) => one.lines),
    events: [],
  });
}

const saleOf = ({ orders, sent }: World) => ({
  lines,
  removedLines: [],
  sourceName: "web",
  shippingLines: [],
  fulfillmentOrders: orders,
  fulfillments: sent,
});

const sentState = (method: Known["method"]) => (method === "pickup" ? "delivered" : "out_for_delivery");

/** As the workflow does: what is kept follows its way, what is new begins, what is gone ends. */
function read(world: World): void {
  const { kept, fresh, gone } = planWays(saleOf(world), world.deliveries);
  for (const { id, way } of kept) {
    const delivery = world.deliveries.find((one) => one.id === id)!;
    const { method, locationGid, fulfillmentOrderGids, lines: units, shipment } = way;
    Object.assign(delivery, { method, locationGid, fulfillmentOrderGids, lines: units });
    if (shipment && delivery.state === "assigned") Object.assign(delivery, { state: sentState(method), fulfillmentGid: shipment.gid });
  }
  for (const { shipment, method, locationGid, fulfillmentOrderGids, lines: units } of fresh)
    world.deliveries.push({
      id: `d${String(world.ids++).padStart(3, "0")}`,
      state: shipment ? sentState(method) : "assigned",
      fulfillmentGid: shipment?.gid ?? null,
      method,
      locationGid,
      fulfillmentOrderGids,
      lines: units,
      isMarked: false,
    });
  for (const id of gone) {
    const delivery = world.deliveries.find((one) => one.id === id)!;
    if (hasLeft(delivery)) delivery.isMarked = true;
    else delivery.state = "cancelled";
  }
}

/** Units of a line that a delivery brings, or has brought. */
const brought = ({ deliveries }: World, lineId: string): number =>
  deliveries
    .filter(({ state, isMarked }) => state !== "cancelled" && !isMarked)
    .flatMap((one) => one.lines)
    .filter((one) => one.lineId === lineId)
    .reduce((sum, one) => sum + one.quantity, 0);

const inWords = ({ kept, fresh, gone }: ReturnType<typeof planWays>) => ({
  kept: kept.map(({ id, way }) => `${id} ${way.method} ${[...way.fulfillmentOrderGids].sort().join()} ${way.shipment?.gid}`).sort(),
  fresh: fresh.map((way) => `${way.method} ${[...way.fulfillmentOrderGids].sort().join()} ${way.shipment?.gid}`).sort(),
  gone: [...gone].sort(),
});

test("whatever becomes of the fulfilment orders, every unit is brought once, and reading again changes nothing", () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (all, pickup) => {
      const world = aWorld(pickup);
      for (const step of all) happen(world, step);
      read(world);
      expect(lines.map(({ id }) => brought(world, id))).toEqual([3, 3, 3]);
      const before = structuredClone(world.deliveries);
      const marked = world.deliveries.filter(({ isMarked }) => isMarked).map(({ id }) => id);
      const { fresh, gone } = planWays(saleOf(world), world.deliveries);
      expect([fresh, gone.filter((id) => !marked.includes(id))]).toEqual([[], []]);
      read(world);
      expect(world.deliveries).toEqual(before);
    }),
    { numRuns: RUNS },
  );
});

test("the order in which deliveries and fulfilment orders are told does not matter", () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat(1000)), (all, dice) => {
      const world = aWorld(true);
      for (const step of all) happen(world, step);
      const shuffled = <T>(list: T[]): T[] =>
        list
          .map((one) => ({ one, by: dice.next().value! }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
      const sale = saleOf(world);
      const other = { ...sale, fulfillmentOrders: shuffled(sale.fulfillmentOrders), fulfillments: shuffled(sale.fulfillments) };
      expect(inWords(planWays(other, shuffled(world.deliveries)))).toEqual(inWords(planWays(sale, world.deliveries)));
    }),
    { numRuns: RUNS },
  );
});

const known = (id: string, change: Partial<Known> = {}): Known => ({
  id,
  state: "assigned",
  method: "courier",
  locationGid: null,
  fulfillmentOrderGids: [],
  fulfillmentGid: null,
  lines: [],
  ...change,
});

test.each([["assigned"], ["out_for_delivery"], ["delivered"]] as const)(
  "the delivery that was assumed before anything was opened is the one that Shopify opens, when it is %s too",
  (state) => {
    const sale = { ...saleOf(aWorld(false)), fulfillmentOrders: [aWorld(false).orders[0]!] };
    expect(planWays(sale, [known("d1", { state })])).toMatchObject({ kept: [{ id: "d1" }], fresh: [], gone: [] });
    expect(planWays({ ...sale, fulfillmentOrders: [] }, [known("d1", { state })])).toEqual({ kept: [], fresh: [], gone: [] });
  },
);

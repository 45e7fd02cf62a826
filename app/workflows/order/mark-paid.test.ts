import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import { entryOf } from "~/domain/settlement/entry";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { NewEvent, Worded } from "~/ports/records";
import { aSale } from "~/testing/courier-world";
import { markOrderPaid } from "./mark-paid";

type Given = {
  atShopify?: Partial<SaleOrder> | null;
  collected?: number[];
  refusal?: Error;
  isTakenBackMeanwhile?: boolean;
  refused?: object[];
};

/** An order of 25.50 in cash, as the shop has it and as Shopify has it by now. */
function world({ atShopify = {}, collected = [2550], refusal, isTakenBackMeanwhile = false, refused = [] }: Given = {}) {
  const seen = { marked: 0, events: [] as NewEvent[], jobs: [] as string[], attention: null as Worded | null, outstandingMinor: 2550 };
  const sale = { ...aSale(1), ...atShopify };
  const entries = collected.map((minor, at) => entryOf({ key: `collected:${at}`, kind: "collected", how: "cash", minor, currency: "USD" }));
  const s = {
    shopId: "s",
    shop: async () => ({ domain: "demo" }),
    order: async () => ({ id: "o", gid: sale.gid, sale: aSale(1) }),
    lock: async () => undefined,
    updateOrder: async (_id: string, patch: { sale: SaleOrder }) => void (seen.outstandingMinor = patch.sale.outstandingMinor),
    couriers: async () => [{ id: "c", name: "Luis" }],
    delivery: async () => ({ attention: seen.attention }),
    attemptsOf: async () => (isTakenBackMeanwhile ? [{ courierId: "c", undoneAt: new Date(0) }] : []),
    collectedForOrder: async () => (isTakenBackMeanwhile && seen.marked > 0 ? [] : entries),
    eventsOfOrder: async () => seen.events,
    deliveriesOfOrder: async () => [{ id: "d", state: "delivered", deliveredAt: new Date(0), attention: seen.attention, refused }],
    updateDelivery: async (_id: string, { attention }: { attention: Worded }) => void (seen.attention = attention),
    record: async (event: NewEvent) => void seen.events.push(event),
    enqueue: async (name: string) => void seen.jobs.push(name),
  };
  const admin = {
    order: async () => (atShopify === null ? null : sale),
    markAsPaid: async () => {
      if (refusal) throw refusal;
      seen.marked++;
      Object.assign(sale, { financialStatus: "PAID", outstandingMinor: 0 });
    },
  };
  const store = {
    of: () => s,
    change: async (_shop: string, work: (given: typeof s) => unknown) => work(s),
    exclusively: async (_shop: string, _name: string, work: () => unknown) => work(),
  };
  const run = () =>
    markOrderPaid({ store, admin: () => admin } as unknown as Pick<Ports, "store" | "admin">, { shopId: "s", orderId: "o" });
  return { seen, run, sale };
}

test("an order that was collected in full is marked as paid once, however often the job runs, and read anew", async () => {
  const { seen, run } = world();
  await run();
  await run();
  expect(seen.marked).toBe(1);
  expect(seen.outstandingMinor, "nobody is asked for it again until the order is read").toBe(0);
  expect(seen.events).toMatchObject([
    { type: "payment", from: "PENDING", to: "paid", reason: { code: "marked_paid", params: { amount: "25.50" } } },
  ]);
  expect(seen.jobs).toEqual(["receive-order", "receive-order"]);
});

test("collected in two parts it is paid too", async () => {
  const { seen, run } = world({ collected: [2000, 550] });
  await run();
  expect(seen.marked).toBe(1);
});

test("what it was marked as paid with is not counted again, when the order asks for more later", async () => {
  const { seen, run, sale } = world();
  await run();
  Object.assign(sale, { financialStatus: "PARTIALLY_PAID", outstandingMinor: 500 });
  await run();
  expect([seen.marked, seen.attention?.params?.reason]).toEqual([1, "5.00 > 0.00"]);
});

test.each<[string, Given, string]>([
  ["asks for more by now", { atShopify: { outstandingMinor: 3000 } }, "30.00 > 25.50"],
  ["was cancelled", { atShopify: { cancelledAt: "2026-11-23T15:00:00Z" } }, "order cancelled"],
  ["is gone", { atShopify: null }, "order not found"],
  ["is refused by Shopify", { refusal: new PermanentFailure("shopify_refused", { reason: "no" }) }, "no"],
])("an order that %s is for a person, and is not marked", async (_what, given, reason) => {
  const { seen, run } = world(given);
  await run();
  expect([seen.marked, seen.attention]).toEqual([0, { code: "mark_paid_failed", params: { reason } }]);
  expect(seen.events).toMatchObject([{ type: "payment", reason: { code: "mark_paid_failed" } }]);
});

test("trouble on the way is tried again by the queue, and nothing is said of it", async () => {
  const { seen, run } = world({ refusal: new TransientFailure("503") });
  await expect(run()).rejects.toThrow("503");
  expect([seen.events, seen.attention]).toEqual([[], null]);
});

test("what was taken back before the job ran is not told to Shopify; taken back while it was told, a person reads of it", async () => {
  const before = world({ collected: [] });
  await before.run();
  expect([before.seen.marked, before.seen.events, before.seen.attention]).toEqual([0, [], null]);
  const meanwhile = world({ isTakenBackMeanwhile: true });
  await meanwhile.run();
  expect([meanwhile.seen.marked, meanwhile.seen.attention]).toEqual([1, { code: "undone_after_payment", params: { courier: "Luis" } }]);
});

test("a cent that Shopify rounds otherwise for each line that was refused is not missing; more is", async () => {
  const refused = [{ lineId: "1", quantity: 1, carried: 2, reason: "damaged" }];
  const [rounded, less] = [world({ collected: [2549], refused }), world({ collected: [2548], refused })];
  await rounded.run();
  await less.run();
  expect([rounded.seen.marked, less.seen.marked, less.seen.attention?.params?.reason]).toEqual([1, 0, "25.50 > 25.48"]);
});

import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import { aSale } from "~/testing/courier-world";
import { aShippingLine } from "~/testing/sales";
import type { Ports } from "~/ports/ports";
import type { EditRefusal, ShippingEdit } from "~/ports/shopify-admin";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { chargeShipping, chargeZonePrice } from "./charge-shipping";
import { priceNotice } from "./price-notice";
import { shareAnew } from "./share-anew";

type World = {
  sale?: Partial<SaleOrder>;
  invoice?: DocumentRecord["state"];
  setting?: boolean;
  refusal?: EditRefusal;
  marked?: Worded;
  isSplit?: boolean;
};

/** An order of one delivery whose zone says 3.50, or of a second whose zone says 5.00; `edits`: what Shopify was asked, after which it has it. */
function world({ sale = {}, invoice, setting = true, refusal, marked, isSplit = false }: World = {}) {
  let atShopify: SaleOrder = { ...aSale(1), financialStatus: "PENDING", shippingLines: [], removedShippingLines: [], ...sale };
  const open: Partial<DeliveryRecord> = { method: "courier", state: "assigned", lines: [], commissionBasis: null };
  const aDelivery = (own: Partial<DeliveryRecord>) => ({ ...open, orderId: "o", zoneId: "z", ...own }) as DeliveryRecord;
  const delivery = aDelivery({ id: "d", rateMinor: 350, attention: marked ?? null });
  // Of another zone, and opened later.
  const other = aDelivery({ id: "e", rateMinor: 500, attention: null });
  const all = isSplit ? [other, delivery] : [delivery];
  const [edits, jobs, told]: [ShippingEdit[], unknown[][], string[]] = [[], [], []];
  const s = {
    shop: async () => ({ chargeShipping: setting, locale: "es", uninstalledAt: null }),
    delivery: async (id: string) => all.find((one) => one.id === id)!,
    deliveriesOfOrder: async () => all,
    order: async () => ({ id: "o", gid: "gid", sale: atShopify }),
    invoicesOfOrder: async () => (invoice ? [{ state: invoice }] : []),
    zones: async () => [],
    lock: async () => undefined,
    updateDelivery: async (id: string, patch: Partial<DeliveryRecord>) =>
      void Object.assign(
        all.find((one) => one.id === id)!,
        patch,
      ),
    record: async ({ reason }: { reason: Worded }) => void told.push(reason.code),
    enqueue: async (...job: unknown[]) => void jobs.push(job),
  };
  const store = {
    of: () => s,
    change: (_shop: string, work: (store: typeof s) => unknown) => work(s),
    exclusively: (_shop: string, _name: string, work: () => unknown) => work(),
  };
  const admin = () => ({
    order: async () => atShopify,
    editShipping: async (_gid: string, edit: ShippingEdit) => {
      if (refusal) return refusal;
      edits.push(edit);
      const line = aShippingLine({ title: edit.title, originalMinor: edit.minor, netMinor: edit.minor });
      atShopify = { ...atShopify, shippingLines: [...(edit.replaces ? [] : atShopify.shippingLines), line] };
      return null;
    },
  });
  const ports = { store, admin } as unknown as Ports;
  const run = (actor?: string, deliveryId = "d") => chargeShipping(ports, { shopId: "s", deliveryId, ...(actor ? { actor } : {}) });
  return { ports, s: s as unknown as ShopStore, run, edits, jobs, told, delivery, other, all };
}
const paid = { financialStatus: "PAID", shippingLines: [aShippingLine({ originalMinor: 300, netMinor: 300 })] };

test("an unpaid order without shipping gets the zone's price; run again after a kill, it is charged once", async () => {
  const { run, edits, jobs, told } = world();
  await run();
  await run();
  expect(edits).toEqual([{ title: "Entrega a domicilio", minor: 350, currency: "USD", replaces: false }]);
  expect([jobs.map(([name]) => name), told]).toEqual([["receive-order"], ["shipping_charged"]]);
});

test.each<[string, World]>([
  ["the merchant switched it off", { setting: false }],
  ["it was paid meanwhile", { sale: { financialStatus: "PAID" } }],
  ["its shipping was taken off by somebody", { sale: { removedShippingLines: [aShippingLine()] } }],
  ["a document of it has its number", { invoice: "numbered" }],
])("nothing is charged by itself where %s", async (_why, given) => {
  const { run, edits } = world(given);
  await run();
  expect(edits).toEqual([]);
});

test("of a paid order another price is charged only when the merchant asks, once, in the place of the first", async () => {
  const { run, edits, told } = world({ sale: paid });
  await run();
  expect(edits).toEqual([]);
  await run("merchant:Lucía");
  await run("merchant:Lucía");
  expect(edits).toEqual([{ title: "Entrega a domicilio", minor: 350, currency: "USD", replaces: true }]);
  expect(told).toEqual(["shipping_charged"]);
});

test("a missing scope is said on the delivery, what is more urgent stays", async () => {
  const refusal: EditRefusal = { state: "no_scope", reason: "Access denied" };
  const plain = world({ refusal });
  await plain.run();
  const params = { charged: 0, zone: 3.5, reason: "Access denied" };
  expect(plain.delivery.attention).toEqual({ code: "order_edit_no_scope", params });
  const urgent = world({ refusal: { ...refusal, state: "refused" }, marked: { code: "order_refunded" } });
  await urgent.run();
  expect([urgent.delivery.attention?.code, urgent.told]).toEqual(["order_refunded", ["order_edit_refused"]]);
});

test("an order in two zones is charged once, by the delivery that was opened first, whichever asks first", async () => {
  const { run, edits } = world({ isSplit: true });
  await run(undefined, "e");
  expect(edits).toEqual([]);
  await run();
  await run(undefined, "e");
  expect(edits).toMatchObject([{ minor: 350, replaces: false }]);
});

test("of a paid order in two zones the second has no other price to charge, and says with whom it counts", async () => {
  const { ports, run, edits, s, delivery, other, all } = world({ isSplit: true, sale: paid });
  const sale = (await s.order("o")).sale;
  expect(priceNotice(sale, delivery, all)).toMatchObject({ code: "price_differs", params: { charged: 3, zone: 3.5 } });
  expect(priceNotice(sale, other, all)).toBeNull();
  await run("merchant:Lucía", "e");
  expect(edits).toEqual([]);
  const asked = chargeZonePrice(ports, { shopId: "s", orderId: "o", deliveryId: "e", actor: "merchant:Lucía" });
  await expect(asked).rejects.toMatchObject({ code: "shipping_with_other" });
});

test.each(["cancelled", "returned"] as const)(
  "once the first is %s the second bears shipping, and its zone's price is asked for",
  async (state) => {
    const { run, edits, s, jobs, delivery, other, all } = world({ isSplit: true });
    const before = all.map((one) => ({ ...one }));
    Object.assign(delivery, { state, attention: null });
    await shareAnew(s, await s.order("o"), before);
    expect(other.attention).toEqual({ code: "shipping_not_charged", params: { zone: 5 } });
    expect(jobs).toEqual([["charge-shipping", { shopId: undefined, deliveryId: "e" }]]);
    await run();
    await run(undefined, "e");
    expect(edits).toMatchObject([{ minor: 500, replaces: false }]);
  },
);

test("what bears shipping no longer loses what was said of its price; what is more urgent stays", async () => {
  const price = { code: "price_differs", params: { charged: 3, zone: 5 } };
  const { s, delivery, other, all } = world({ isSplit: true, sale: paid, marked: { code: "order_refunded" } });
  other.attention = price;
  const before = all.map((one) => ({ ...one, ...(one.id === "d" ? { method: "pickup" as const } : {}) }));
  await shareAnew(s, await s.order("o"), before);
  expect([delivery.attention, other.attention]).toEqual([{ code: "order_refunded" }, null]);
});

const codeOf = async (given: World) => {
  const { ports, jobs } = world(given);
  const asked = chargeZonePrice(ports, { shopId: "s", orderId: "o", deliveryId: "d", actor: "merchant:Lucía" });
  return asked.then(
    () => jobs,
    (error: { code: string }) => error.code,
  );
};

test("the merchant's click asks for the edit, or says why there can be none", async () => {
  expect(await codeOf({ sale: paid })).toEqual([["charge-shipping", { shopId: "s", deliveryId: "d", actor: "merchant:Lucía" }]]);
  expect(await codeOf({ sale: { ...paid, cancelledAt: "2026-11-23T15:00:00Z" } })).toBe("order_cancelled");
  expect(await codeOf({ sale: { ...paid, presentmentCurrency: "EUR" } })).toBe("other_currency");
  expect(await codeOf({ sale: paid, invoice: "authorised" })).toBe("invoice_numbered");
});

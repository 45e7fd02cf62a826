import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { aSale } from "~/testing/courier-world";
import { aSaleLine } from "~/testing/sales";
import { proposeRefund, settleReturned } from "./settle-returned";

const aReturn = { gid: "r", status: "OPEN" as const, createdAt: "2026-11-24T10:00:00Z", trackingNumbers: [] as string[] };
const cups = [{ lineId: "cup", quantity: 1 }];
const named = aSaleLine({ id: "cup", title: "Taza", quantity: 1, netMinor: 1_150 });
/** The old goods left the order without money, and the new ones are on it. */
const exchanged: Partial<SaleOrder> = {
  returns: [{ ...aReturn, lines: cups, exchangeLineIds: ["new"] }],
  removedLines: [named],
  refunds: [{ createdAt: "2026-11-25T10:00:00Z", lines: [{ ...cups[0]!, netMinor: 0, taxMinor: 0 }] } as never],
};

/** A shop with goods of a return at it, of an order that was read as given. */
function aShop(change: Partial<SaleOrder>) {
  const delivery = {
    id: "d",
    orderId: "o",
    state: "delivered",
    returnGid: "r",
    lines: cups,
    refused: [],
    attention: null as Worded | null,
  };
  const sale = {
    ...aSale(1, { outstandingMinor: 0, returns: [{ ...aReturn, lines: cups, exchangeLineIds: [] }], lines: [named] }),
    ...change,
  };
  const s = {
    delivery: async () => delivery,
    order: async () => ({ id: "o", sale }),
    reverseDeliveriesOfOrder: async () => [delivery],
    lock: async () => undefined,
    updateDelivery: async (_id: string, patch: Partial<DeliveryRecord>) => void Object.assign(delivery, patch),
  } as unknown as ShopStore;
  const become = (then: Partial<SaleOrder>) => settleReturned(s, { id: "o", sale: { ...sale, ...then } });
  return { delivery, propose: () => proposeRefund(s, "d"), become };
}

test("what came back is to be refunded until it is, or its return is closed", async () => {
  const shop = aShop({});
  await shop.propose();
  expect(shop.delivery.attention).toEqual({ code: "return_to_refund", params: { goods: "1 × Taza", amount: "USD 11.50" } });
  await shop.become({ returns: [{ ...aReturn, status: "CLOSED", lines: cups, exchangeLineIds: [] }] });
  expect(shop.delivery.attention).toBeNull();
});

test("of an exchange for less the difference is to be given back, until nothing is owed", async () => {
  const shop = aShop({ ...exchanged, outstandingMinor: -350 });
  await shop.propose();
  expect(shop.delivery.attention).toEqual({ code: "exchange_to_refund", params: { goods: "1 × Taza", amount: "USD 3.50" } });
  await shop.become({ outstandingMinor: 0 });
  expect(shop.delivery.attention).toBeNull();
});

test.each([0, 500])("of an exchange that leaves %i to pay nothing is to be given back", async (outstandingMinor) => {
  const shop = aShop({ ...exchanged, outstandingMinor });
  await shop.propose();
  expect(shop.delivery.attention).toBeNull();
});

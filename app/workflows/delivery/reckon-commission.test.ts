import { expect, test } from "vitest";
import { fixedCommission } from "~/domain/rate/commission";
import type { DeliveryRecord } from "~/ports/records";
import type { NewEntry } from "~/ports/settlement";
import type { ShopStore } from "~/ports/store";
import { aSale } from "~/testing/courier-world";
import { aSaleLine } from "~/testing/sales";
import { deliveryMetafield } from "./delivery-metafield";
import { reckonAnew, reckonCommission, reckonReturnAnew } from "./reckon-commission";

const AT = { weekday: 1, minute: 600 };
const TEN_PERCENT = { ...fixedCommission(0), kind: "percent_of_order" as const, basisPoints: 1_000 };
const aDelivery = (id: string, lineId: string, rateMinor: number): DeliveryRecord => ({
  ...{ id, orderId: "o", method: "courier", state: "assigned", lines: [{ lineId, quantity: 1 }], rateMinor, zoneId: "z", currency: "USD" },
  ...{ courierId: "ana", assignedAt: null, assignment: null, attention: null, commissionMinor: 230, locationGid: null, runId: null },
  ...{
    startedAt: null,
    deliveredAt: null,
    provenAt: null,
    heldFor: null,
    heldUntil: null,
    doubt: null,
    fulfillmentGid: null,
    fulfillmentOrderGids: [],
    refused: [],
    owesRest: false,
    parcels: 1,
  },
  // As it was reckoned when the order had one delivery, of all of it.
  commissionBasis: { rule: TEN_PERCENT, shippingMinor: rateMinor, orderMinor: 2_300, attempts: 1, at: AT },
});

/** Goods of 15.00 and 5.00, each a delivery, and shipping of 3.00. */
function world() {
  const all = [aDelivery("a", "coffee", 300), aDelivery("b", "tea", 500)];
  const lines = [aSaleLine({ id: "coffee", netMinor: 1_500 }), aSaleLine({ id: "tea", netMinor: 500 })];
  const account: NewEntry[] = [];
  const s = {
    earnedEntries: async (courierId: string, deliveryId: string) =>
      account.filter((entry) => entry.courierId === courierId && entry.deliveryId === deliveryId),
    insertEntries: async (entries: NewEntry[]) => account.push(...entries),
    shop: async () => ({ timeZone: "America/Guayaquil" }),
    attemptsOf: async () => [],
    eventsOfOrder: async () => [],
    deliveriesOfOrder: async () => all,
    updateDelivery: async (id: string, patch: Partial<DeliveryRecord>) =>
      void Object.assign(
        all.find((one) => one.id === id)!,
        patch,
      ),
  } as unknown as ShopStore;
  return { s, all, account, sale: aSale(1, { lines, totalMinor: 2_300 }) };
}

test("what a courier is paid for one of two deliveries is on that one's part", async () => {
  const { s, all, account, sale } = world();
  for (const one of all) await reckonCommission(s, one, { order: { sale }, at: new Date("2026-11-23T15:00:00Z"), isDelivered: true });
  expect(all.map(({ commissionMinor }) => commissionMinor)).toEqual([180, 50]);
  expect(account.map(({ key, kind, minor, courierId }) => [key, kind, minor, courierId])).toEqual([
    ["earned:a:1", "earned", 180, "ana"],
    ["earned:b:1", "earned", 50, "ana"],
  ]);
  expect(all[1]!.commissionBasis).toMatchObject({ shippingMinor: 0, orderMinor: 500, partOf: { totalMinor: 2_300, bearsShipping: false } });
});

test("a delivery that joins takes its part from the first's forecast, and the order says the price of the first", async () => {
  const { s, all, account, sale } = world();
  await reckonAnew(s, sale, all);
  expect(account).toEqual([]);
  expect(all.map(({ commissionMinor }) => commissionMinor)).toEqual([180, 50]);
  expect(deliveryMetafield([{ ...all[0]!, state: "delivered" }, all[1]!], { zones: [], couriers: [] })).toMatchObject({
    ...{ state: "assigned", rate: "3.00", commission: "0.50" },
  });
});

test("of a return whose goods change its courier is paid for those that are fetched", async () => {
  const { s, all, account, sale } = world();
  const basis = { ...all[0]!.commissionBasis!, orderMinor: 2_000, ofReturn: true as const };
  Object.assign(all[0]!, { returnGid: "r", lines: [{ lineId: "tea", quantity: 1 }], commissionBasis: basis, commissionMinor: 230 });
  await reckonReturnAnew(s, all[0]!, sale);
  expect(all[0]).toMatchObject({ commissionMinor: 50, commissionBasis: { orderMinor: 500, shippingMinor: 300, ofReturn: true } });
  expect(account, "nothing of it is earned yet").toEqual([]);
});

import { expect, test } from "vitest";
import { bearsPayment } from "./bearers";
import { firstBrought } from "./first-brought";
import { furthestBehind } from "./overall";
import type { DeliveryState } from "./states";

test.each<[states: DeliveryState[], behind: DeliveryState | undefined]>([
  [["delivered", "unassigned", "out_for_delivery"], "unassigned"],
  [["delivered", "attempt_failed", "out_for_delivery"], "attempt_failed"],
  [["cancelled", "delivered"], "delivered"],
  [["cancelled", "cancelled"], "cancelled"],
  [[], undefined],
])("of deliveries %s the one that says how far the order is: %s", (states, behind) => {
  expect(furthestBehind(states.map((state) => ({ state })))?.state).toBe(behind);
});

test("the first that the buyer got, by its time and not by its place", () => {
  const at = (id: string, time: string | null) => ({ id, deliveredAt: time === null ? null : new Date(`2026-11-23T${time}Z`) });
  expect(firstBrought([at("a", null), at("b", "16:00:00"), at("c", "15:00:00")])?.id).toBe("c");
  expect(firstBrought([at("a", null)])).toBeNull();
});

test("a carrier collects nothing; with nobody left nobody does", () => {
  const one = (id: string, method: "courier" | "pickup" | "carrier", state: DeliveryState) => ({ id, method, state });
  expect(bearsPayment([one("c", "courier", "delivered"), one("b", "pickup", "unassigned"), one("a", "carrier", "delivered")])?.id).toBe(
    "b",
  );
  expect(bearsPayment([one("a", "carrier", "out_for_delivery"), one("b", "courier", "returned")])).toBeNull();
});

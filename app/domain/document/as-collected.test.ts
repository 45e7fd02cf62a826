import { expect, test } from "vitest";
import { asCollected } from "./as-collected";

const cod = { paymentType: "cash_on_delivery", paymentCodes: { "Cash on Delivery (COD)": "01", gift_card: "15" } } as const;

test("money that came at the door otherwise than in cash is paid as it came", () => {
  expect(asCollected(cod, "transfer")).toEqual({ paymentType: "transfer", paymentCodes: { gift_card: "15" } });
  expect(asCollected(cod, "card_machine")).toEqual({ paymentType: "card", paymentCodes: { gift_card: "15" } });
});

test("cash, nothing collected, and orders that were not to be paid at the door stay as they are", () => {
  expect(asCollected(cod, "cash")).toEqual(cod);
  expect(asCollected(cod, null)).toEqual(cod);
  const prepaid = { ...cod, paymentType: "card" } as const;
  expect(asCollected(prepaid, "transfer")).toEqual(prepaid);
});

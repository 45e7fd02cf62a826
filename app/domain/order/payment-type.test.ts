import { expect, test } from "vitest";
import { paymentTypeOf, type PaymentTrace } from "./payment-type";

const aTrace = (trace: Partial<PaymentTrace>): PaymentTrace => ({ financialStatus: "PENDING", gateways: [], transactions: [], ...trace });
const manual = [{ kind: "SALE", status: "PENDING", manual: true }];

test.each([
  [
    "a card sale",
    aTrace({ financialStatus: "PAID", gateways: ["shopify_payments"], transactions: [{ kind: "SALE", status: "SUCCESS", manual: false }] }),
    "card",
  ],
  [
    "a reserved card",
    aTrace({
      financialStatus: "AUTHORIZED",
      gateways: ["shopify_payments"],
      transactions: [{ kind: "AUTHORIZATION", status: "SUCCESS", manual: false }],
    }),
    "card_authorized",
  ],
  [
    "a reserved card after its capture",
    aTrace({
      financialStatus: "PAID",
      gateways: ["kushki"],
      transactions: [
        { kind: "AUTHORIZATION", status: "SUCCESS", manual: false },
        { kind: "CAPTURE", status: "SUCCESS", manual: false },
      ],
    }),
    "card_authorized",
  ],
  ["cash in English", aTrace({ gateways: ["Cash on Delivery (COD)"], transactions: manual }), "cash_on_delivery"],
  ["cash in Spanish", aTrace({ gateways: ["Pago contra entrega"], transactions: manual }), "cash_on_delivery"],
  ["a transfer", aTrace({ gateways: ["Bank Deposit"], transactions: manual }), "transfer"],
  ["a transfer in Spanish, paid", aTrace({ financialStatus: "PAID", gateways: ["Depósito bancario"], transactions: manual }), "transfer"],
  ["an unknown manual way", aTrace({ gateways: ["Trueque"], transactions: manual }), "other"],
])("%s is read from the order", (_name, trace, type) => {
  expect(paymentTypeOf(trace)).toBe(type);
});

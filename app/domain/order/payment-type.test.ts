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

test.each([
  ["Contra-entrega", "cash_on_delivery"],
  ["Contraentrega", "cash_on_delivery"],
  ["PAGO CONTRA ENTREGA", "cash_on_delivery"],
  ["Pago al recibir", "cash_on_delivery"],
  ["Pago contra reembolso", "cash_on_delivery"],
  ["Pago en la entrega", "cash_on_delivery"],
  ["Pago a la entrega", "cash_on_delivery"],
  ["Pay on delivery", "cash_on_delivery"],
  ["COD", "cash_on_delivery"],
  ["Efectivo", "cash_on_delivery"],
  ["Cash", "cash_on_delivery"],
  ["Contra entrega (efectivo o transferencia)", "cash_on_delivery"],
  ["Depósito en efectivo", "transfer"],
  ["Cash deposit", "transfer"],
  ["Transferencia Banco Pichincha", "transfer"],
  ["Money Order", "other"],
  ["Código QR", "other"],
  ["Cashea", "other"],
])("a manual way that the merchant named %j is %s", (name, type) => {
  expect(paymentTypeOf(aTrace({ gateways: [name], transactions: manual }))).toBe(type);
});

import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import { aSaleLine } from "~/testing/sales";
import { returnOrigin, returnRecipient } from "./return-recipient";

const issuer = { taxId: "1790012345001", legalName: "Tienda S.A." };
const sale = {
  lines: [aSaleLine({ id: "gid://shopify/LineItem/7", sku: "CAF", title: "Café", quantity: 2 })],
  removedLines: [aSaleLine({ id: "gid://shopify/LineItem/8", sku: null, title: "Taza", quantity: 0, orderedQuantity: 1 })],
  shippingAddress: { address1: "Malecón 2000", address2: null, city: "Guayaquil", zip: null, province: null },
} as unknown as SaleOrder;
const stop = {
  order: { sale },
  delivery: {
    lines: [
      { lineId: "gid://shopify/LineItem/7", quantity: 1 },
      { lineId: "gid://shopify/LineItem/8", quantity: 1 },
    ],
  },
};

test("a return's guide names the shop as the recipient, why, and all goods, also those that were refunded before", () => {
  expect(returnRecipient(issuer, "Av. Amazonas 1", stop, null)).toEqual({
    ...{ idNumber: "1790012345001", legalName: "Tienda S.A.", address: "Av. Amazonas 1", motive: "Devolución", route: null, support: null },
    lines: [
      { code: "CAF", description: "Café", quantity: 1 },
      { code: "8", description: "Taza", quantity: 1 },
    ],
  });
});

test("its goods leave from where their buyer has them", () => {
  expect(returnOrigin(stop)).toContain("Malecón 2000");
  expect(returnOrigin({ ...stop, order: { sale: { ...sale, shippingAddress: null } } })).toBe("");
});

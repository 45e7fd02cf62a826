import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { anOrder, openBox } from "../testing/box.ts";

const file = join(
  process.env.CONFORMANCE_DIR ?? new URL("../../../../shared/conformance", import.meta.url).pathname,
  "shopify/schema/ops.graphql",
);
const isThere = existsSync(file);
if (!isThere && process.env.CONFORMANCE_REQUIRED === "1") throw new Error(`conformance data is missing: ${file}`);
if (!isThere) console.info(`no conformance data at ${file}: the sandbox's order is not held against it`);

test.skipIf(!isThere)("every field of an order that an invoice may need is played", async () => {
  const operations = readFileSync(file, "utf8");
  const order = operations.slice(operations.indexOf("query OrderForInvoice"), operations.indexOf("query DeliveryZones"));
  const money = /^fragment M on .*$/m.exec(operations)?.[0] ?? "";
  const box = await openBox();
  const scopes = ["read_orders", "read_customers", "read_products", "read_merchant_managed_fulfillment_orders", "read_locations"];
  box.shopify.parts.core.world.state.tokens.shpat_wide = {
    shop: "demo.myshopify.com",
    scopes,
    expiresAt: null,
    refreshToken: null,
    refreshExpiresAt: null,
  };
  const { body } = await box.post<{ id: string }>("/sandbox/orders", anOrder({ discount: { percentage: "10" } }));
  await box.post("/sandbox/orders/1001/refund", { lines: [{ line: 0, quantity: 1 }] });
  // The collected query asks for whole pages of everything, which is above the cost of a single query.
  const answer = await box.graphql(`${order.replace(/first: \d+/g, "first: 3")} ${money}`, { id: body.id }, "shpat_wide");
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({
    order: {
      displayFinancialStatus: "PARTIALLY_REFUNDED",
      discountApplications: { nodes: [{ code: "ANDES", value: { percentage: 10 } }] },
      refunds: [
        {
          refundLineItems: {
            nodes: [{ quantity: 1, subtotalSet: { shopMoney: { amount: "11.61" } }, totalTaxSet: { shopMoney: { amount: "1.74" } } }],
          },
        },
      ],
    },
  });
  await box.close();
});

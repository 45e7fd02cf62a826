import { expect, test } from "vitest";
import { PermanentFailure } from "~/ports/failures";
import { editShipping } from "./edit-shipping";
import type { Run } from "./read-on";

const EDIT = { title: "Norte", minor: 350, currency: "USD", replaces: false };
type Line = { id: string; stagedStatus: string };

function shopify(shippingLines: Line[], refuses: Record<string, Error> = {}) {
  const asked: [string, unknown][] = [];
  const run = (async (name: string, variables: unknown) => {
    asked.push([name, variables]);
    if (refuses[name]) throw refuses[name];
    return { orderEditBegin: { calculatedOrder: { id: "edit", shippingLines } } };
  }) as Run;
  return { run, names: () => asked.map(([name]) => name), asked };
}

test("a shipping line is added at its price and committed", async () => {
  const { run, names, asked } = shopify([]);
  expect(await editShipping(run, "order", EDIT)).toBeNull();
  expect(names()).toEqual(["BeginOrderEdit", "AddEditedShipping", "CommitOrderEdit"]);
  expect(asked[1]![1]).toEqual({ id: "edit", shippingLine: { title: "Norte", price: { amount: "3.50", currencyCode: "USD" } } });
});

test("an order that has shipping keeps it, unless it is to be replaced; what was taken off before stands for nothing", async () => {
  const lines = [
    { id: "old", stagedStatus: "REMOVED" },
    { id: "now", stagedStatus: "NONE" },
  ];
  const kept = shopify(lines);
  expect([await editShipping(kept.run, "order", EDIT), kept.names()]).toEqual([null, ["BeginOrderEdit"]]);
  const replaced = shopify(lines);
  await editShipping(replaced.run, "order", { ...EDIT, replaces: true });
  expect(replaced.asked[1]).toEqual(["RemoveEditedShipping", { id: "edit", shippingLineId: "now" }]);
  expect(replaced.names()).toEqual(["BeginOrderEdit", "RemoveEditedShipping", "AddEditedShipping", "CommitOrderEdit"]);
});

test("a missing scope and a refusal are answers, in Shopify's words; trouble is trouble", async () => {
  const denied = new Error("Access denied for orderEditBegin field. Required access: `write_order_edits` access scope.");
  expect(await editShipping(shopify([], { BeginOrderEdit: denied }).run, "order", EDIT)).toMatchObject({ state: "no_scope" });
  const refused = new PermanentFailure("shopify_refused", { reason: "The order cannot be edited." });
  expect(await editShipping(shopify([], { CommitOrderEdit: refused }).run, "order", EDIT)).toEqual({
    state: "refused",
    reason: "The order cannot be edited.",
  });
  const trouble = new Error("fetch failed");
  await expect(editShipping(shopify([], { CommitOrderEdit: trouble }).run, "order", EDIT)).rejects.toBe(trouble);
});

import { expect, test } from "vitest";
import { aLineNode, amount, anOrderNode, aRefundNode, page } from "~/testing/order-nodes";
import { toSaleOrder } from "./to-sale-order";

const iva = (decimal: string, ratePercentage = 15) => ({ title: "IVA", ratePercentage, priceSet: amount(decimal) });
const threeUnits = aLineNode({
  quantity: 3,
  currentQuantity: 2,
  originalUnitPriceSet: amount("3.33"),
  discountAllocations: [{ allocatedAmountSet: amount("0.50") }],
  taxLines: [iva("1.42")],
});
const anAddressNode = {
  ...{ name: "Ana", address1: "Calle 1", address2: null, city: null, province: null, zip: null, countryCodeV2: "EC" },
  ...{ phone: null, latitude: null, longitude: null },
};
const told = (subtotal: string, tax: string) => ({ currentSubtotalPriceSet: amount(subtotal), currentTotalTaxSet: amount(tax) });
const onlyLine = (order: Parameters<typeof anOrderNode>[0]) => toSaleOrder(anOrderNode(order)).lines[0]!;

test("units that left by a refund took with them what its record says", () => {
  const part = { quantity: 1, subtotalSet: amount("3.16"), totalTaxSet: amount("0.47"), lineItem: { id: threeUnits.id } };
  const refunds = [aRefundNode({ refundLineItems: page([part]), totalRefundedSet: amount("3.63") })];
  const line = onlyLine({ lineItems: page([threeUnits]), refunds, ...told("6.33", "0.95") });
  expect(line).toMatchObject({ quantity: 2, orderedQuantity: 3, originalMinor: 666, netMinor: 633, orderedNetMinor: 949 });
  expect([line.taxLines[0]?.amountMinor, line.orderedTaxLines[0]?.amountMinor]).toEqual([95, 142]);
});

test("units gone without a record take their share, and Shopify's own sums decide the cent", () => {
  const line = onlyLine({ lineItems: page([threeUnits]), ...told("6.32", "0.94") });
  // 9.49 × 2 / 3 = 6.33, 1.42 × 2 / 3 = 0.95
  expect([line.netMinor, line.taxLines[0]?.amountMinor]).toEqual([632, 94]);
});

test("a difference that is no rounding is left to be seen", () => {
  const line = onlyLine({ lineItems: page([threeUnits]), ...told("5.00", "0.95") });
  expect(line.netMinor).toBe(633);
});

test("a line taken off whole is kept apart with what it was", () => {
  const gone = aLineNode({ quantity: 2, currentQuantity: 0, taxLines: [iva("3.00")] });
  const sale = toSaleOrder(anOrderNode({ lineItems: page([gone]) }));
  expect(sale.lines).toEqual([]);
  expect(sale.removedLines).toMatchObject([{ quantity: 0, netMinor: 0, orderedNetMinor: 2000, taxLines: [{ amountMinor: 0 }] }]);
});

test("two taxes on a line keep their parts of what is left", () => {
  const part = { quantity: 1, subtotalSet: amount("10.0"), totalTaxSet: amount("1.67"), lineItem: { id: threeUnits.id } };
  const both = aLineNode({ quantity: 2, currentQuantity: 1, taxLines: [iva("3.00"), iva("0.33", 1.65)] });
  const line = onlyLine({ lineItems: page([both]), refunds: [aRefundNode({ refundLineItems: page([part]) })], ...told("10.0", "1.66") });
  expect(line.taxLines.map((tax) => tax.amountMinor)).toEqual([150, 16]);
});

const tip = aLineNode({
  id: "gid://shopify/LineItem/9",
  name: "Tip",
  product: null,
  requiresShipping: false,
  originalUnitPriceSet: amount("1.5"),
});
const coffee = aLineNode();

test("a tip that stands among the lines is counted once, and leaves with its refund", () => {
  const order = { totalTipReceivedSet: amount("1.5"), lineItems: page([coffee, tip]), subtotalPriceSet: amount("10.0") };
  const sale = toSaleOrder(anOrderNode(order));
  expect([sale.lines.length, sale.tipMinor]).toEqual([1, 150]);
  const part = { quantity: 1, subtotalSet: amount("1.5"), totalTaxSet: amount("0.0"), lineItem: { id: tip.id } };
  const refunded = toSaleOrder(anOrderNode({ ...order, refunds: [aRefundNode({ refundLineItems: page([part]) })] }));
  expect(refunded).toMatchObject({ tipMinor: 0, refunds: [{ lines: [], tipMinor: 150 }] });
});

test("an item without product that costs what was tipped is sold all the same", () => {
  const order = { totalTipReceivedSet: amount("1.5"), lineItems: page([coffee, tip]), subtotalPriceSet: amount("11.5") };
  expect(toSaleOrder(anOrderNode(order))).toMatchObject({ lines: [{ title: "Café" }, { title: "Tip" }], tipMinor: 150 });
});

test("shipping given back in part keeps its discount, given back whole it is gone, free it stays", () => {
  const shipping = { id: "s1", title: "Norte", code: null, isRemoved: false, taxLines: [iva("0.60")] };
  const five = { ...shipping, originalPriceSet: amount("5.0"), discountedPriceSet: amount("4.0") };
  const part = { subtotalAmountSet: amount("1.0"), taxAmountSet: amount("0.15"), shippingLine: { id: "s1" } };
  const refunds = [aRefundNode({ refundShippingLines: { nodes: [part] } })];
  const read = (current: string, changes = {}) =>
    toSaleOrder(anOrderNode({ shippingLines: page([{ ...five, currentDiscountedPriceSet: amount(current), ...changes }]), refunds }));
  expect(read("3.0").shippingLines).toMatchObject([
    { originalMinor: 400, netMinor: 300, orderedNetMinor: 400, taxLines: [{ amountMinor: 45 }] },
  ]);
  expect(read("0.0")).toMatchObject({ shippingLines: [], removedShippingLines: [{ netMinor: 0, orderedNetMinor: 400 }] });
  expect(read("4.0", { isRemoved: true })).toMatchObject({ shippingLines: [], removedShippingLines: [{ netMinor: 0 }] });
  expect(read("0.0", { discountedPriceSet: amount("0.0"), taxLines: [] }).shippingLines).toMatchObject([
    { originalMinor: 500, netMinor: 0 },
  ]);
});

test("an adjustment is what went back beyond the lines; kept by the merchant it is negative", () => {
  const adjusted = (decimal: string) =>
    toSaleOrder(
      anOrderNode({
        refunds: [aRefundNode({ orderAdjustments: { nodes: [{ amountSet: amount(decimal), taxAmountSet: amount("0.0") }] } })],
      }),
    ).refunds[0]?.adjustmentMinor;
  expect([adjusted("-5.0"), adjusted("0.65"), adjusted("0.0")]).toEqual([500, -65, 0]);
});

test("a place chosen in the cart stands in the address, cut to what checkout reads; without an address there is none", () => {
  const shippingAddress = { ...anAddressNode, city: "Quito" };
  const customAttributes = [{ key: "_district", value: ` ${"Cumbayá".padEnd(300, "x")}` }];
  expect(toSaleOrder(anOrderNode({ shippingAddress, customAttributes })).shippingAddress).toMatchObject({
    city: "Quito",
    district: "Cumbayá".padEnd(120, "x"),
  });
  expect(toSaleOrder(anOrderNode({ shippingAddress })).shippingAddress).not.toHaveProperty("district");
  expect(toSaleOrder(anOrderNode({ customAttributes })).shippingAddress).toBeNull();
});

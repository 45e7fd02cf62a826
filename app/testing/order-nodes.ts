import type { LineNode, OrderNode, RefundNode } from "~/adapters/shopify/order-node";

export const amount = (decimal: string) => ({ shopMoney: { amount: decimal } });
export const page = <T>(nodes: T[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });
const nothing = amount("0.0");

export const aLineNode = (line: Partial<LineNode> = {}): LineNode => ({
  id: "gid://shopify/LineItem/1",
  name: "Café",
  sku: null,
  quantity: 1,
  currentQuantity: line.quantity ?? 1,
  requiresShipping: true,
  isGiftCard: false,
  product: { id: "gid://shopify/Product/1", tags: [], taxCategory: null },
  originalUnitPriceSet: amount("10.0"),
  discountAllocations: [],
  taxLines: [],
  ...line,
});

export const aRefundNode = (refund: Partial<RefundNode> = {}): RefundNode => ({
  id: "gid://shopify/Refund/1",
  createdAt: "2026-11-23T15:00:00Z",
  note: null,
  totalRefundedSet: nothing,
  duties: [],
  refundLineItems: page([]),
  refundShippingLines: { nodes: [] },
  orderAdjustments: { nodes: [] },
  ...refund,
});

/** An order's answer from the Admin API with nothing on it, unless told. */
export const anOrderNode = (order: Partial<OrderNode> = {}): OrderNode => ({
  id: "gid://shopify/Order/1",
  name: "#1001",
  number: 1001,
  createdAt: "2026-11-23T14:00:00Z",
  updatedAt: "2026-11-23T14:00:00Z",
  cancelledAt: null,
  test: false,
  note: null,
  tags: [],
  email: null,
  phone: null,
  customerLocale: null,
  sourceName: "web",
  displayFinancialStatus: "PAID",
  currencyCode: "USD",
  presentmentCurrencyCode: "USD",
  taxesIncluded: false,
  paymentGatewayNames: [],
  customAttributes: [],
  fiscalData: null,
  localizedFields: { nodes: [] },
  customer: null,
  shippingAddress: null,
  billingAddress: null,
  paymentTerms: null,
  returnStatus: "NO_RETURN",
  returns: page([]),
  subtotalPriceSet: nothing,
  currentSubtotalPriceSet: nothing,
  currentTotalTaxSet: nothing,
  currentTotalPriceSet: nothing,
  currentTotalDutiesSet: null,
  currentTotalAdditionalFeesSet: null,
  totalOutstandingSet: nothing,
  totalTipReceivedSet: null,
  totalCashRoundingAdjustment: { paymentSet: nothing, refundSet: nothing },
  transactions: [],
  fulfillments: [],
  lineItems: page([]),
  shippingLines: page([]),
  fulfillmentOrders: page([]),
  refunds: [],
  ...order,
});

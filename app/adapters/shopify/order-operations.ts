/**
 * How an order is read: whole where it is small, the rest of its lines, fulfilments and refunds by their own operations. One query may
 * cost 1,000 points and a shop has 2,000 at a time, so that pages stay small. What a scope may be missing for can be left out (scopes.ts).
 */
const MONEY = `{ shopMoney { amount } }`;
const PAGE = `pageInfo { hasNextPage endCursor }`;
const TAX_LINES = `taxLines { title ratePercentage priceSet ${MONEY} }`;
const ADDRESS = `{ name address1 address2 city province zip countryCodeV2 phone latitude longitude }`;
const LINES = `{
  nodes {
    id name sku quantity currentQuantity requiresShipping isGiftCard
    product @include(if: $product) { id tags taxCategory: metafield(namespace: "$app", key: "tax_category") { value } }
    originalUnitPriceSet ${MONEY}
    discountAllocations { allocatedAmountSet ${MONEY} }
    ${TAX_LINES}
  }
  ${PAGE}
}`;
const SHIPPING_LINES = `{
  nodes { id title code isRemoved originalPriceSet ${MONEY} discountedPriceSet ${MONEY} currentDiscountedPriceSet ${MONEY} ${TAX_LINES} }
  ${PAGE}
}`;
const FULFILLMENT_ORDER_LINES = `{ nodes { totalQuantity lineItem { id } } ${PAGE} }`;
const FULFILLMENT_ORDERS = `{
  nodes {
    id status deliveryMethod { methodType } assignedLocation { location @include(if: $location) { id } }
    lineItems(first: 10) ${FULFILLMENT_ORDER_LINES}
  }
  ${PAGE}
}`;
const FULFILLMENT_LINES = `{ nodes { quantity lineItem { id } } ${PAGE} }`;
const EVENTS = `{ nodes { status happenedAt } ${PAGE} }`;
const FULFILLMENTS = `{
  id status createdAt trackingInfo { company number }
  fulfillmentOrders(first: 3) { nodes { id } }
  events(first: 8) ${EVENTS}
  fulfillmentLineItems(first: 10) ${FULFILLMENT_LINES}
}`;
const REFUND_LINES = `{ nodes { quantity subtotalSet ${MONEY} totalTaxSet ${MONEY} lineItem { id } } ${PAGE} }`;

/** How many an answer holds at most of what Shopify gives no further page of. */
export const LIST_LIMITS = { transactions: 50, refunds: 25, fulfillments: 4, manyFulfillments: 25 } as const;

export const ORDER_OPERATIONS = {
  Order: `query Order(
    $id: ID!, $customer: Boolean = true, $product: Boolean = true, $paymentTerms: Boolean = true, $fulfillmentOrders: Boolean = true, $location: Boolean = true
  ) {
    order(id: $id) {
      id name number createdAt updatedAt cancelledAt test note tags email phone customerLocale sourceName
      displayFinancialStatus returnStatus currencyCode presentmentCurrencyCode taxesIncluded paymentGatewayNames
      customAttributes { key value }
      fiscalData: metafield(namespace: "$app", key: "fiscal_data") { jsonValue }
      localizedFields(first: 10, purposes: [TAX]) { nodes { key value } }
      customer @include(if: $customer) { displayName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
      shippingAddress ${ADDRESS}
      billingAddress ${ADDRESS}
      subtotalPriceSet ${MONEY}
      currentSubtotalPriceSet ${MONEY}
      currentTotalTaxSet ${MONEY}
      currentTotalPriceSet ${MONEY}
      currentTotalDutiesSet ${MONEY}
      currentTotalAdditionalFeesSet ${MONEY}
      totalOutstandingSet ${MONEY}
      totalTipReceivedSet ${MONEY}
      totalWeight
      totalCashRoundingAdjustment { paymentSet ${MONEY} refundSet ${MONEY} }
      paymentTerms @include(if: $paymentTerms) { dueInDays paymentSchedules(first: 1) { nodes { dueAt } } }
      lineItems(first: 25) ${LINES}
      shippingLines(first: 5, includeRemovals: true) ${SHIPPING_LINES}
      transactions(first: ${LIST_LIMITS.transactions}) { id kind status gateway manualPaymentGateway processedAt authorizationExpiresAt amountSet ${MONEY} parentTransaction { id } }
      refunds(first: ${LIST_LIMITS.refunds}) { id }
      fulfillmentOrders(first: 5) @include(if: $fulfillmentOrders) ${FULFILLMENT_ORDERS}
      fulfillments(first: ${LIST_LIMITS.fulfillments}) ${FULFILLMENTS}
    }
  }`,
  OrderLines: `query OrderLines($id: ID!, $after: String!, $product: Boolean = true) { order(id: $id) { lineItems(first: 100, after: $after) ${LINES} } }`,
  OrderShippingLines: `query OrderShippingLines($id: ID!, $after: String!) {
    order(id: $id) { shippingLines(first: 25, after: $after, includeRemovals: true) ${SHIPPING_LINES} }
  }`,
  OrderFulfillmentOrders: `query OrderFulfillmentOrders($id: ID!, $after: String!, $location: Boolean = true) {
    order(id: $id) { fulfillmentOrders(first: 20, after: $after) ${FULFILLMENT_ORDERS} }
  }`,
  FulfillmentOrderLines: `query FulfillmentOrderLines($id: ID!, $after: String!) {
    fulfillmentOrder(id: $id) { lineItems(first: 100, after: $after) ${FULFILLMENT_ORDER_LINES} }
  }`,
  OrderFulfillments: `query OrderFulfillments($id: ID!) { order(id: $id) { fulfillments(first: ${LIST_LIMITS.manyFulfillments}) ${FULFILLMENTS} } }`,
  FulfillmentLines: `query FulfillmentLines($id: ID!, $after: String!) {
    fulfillment(id: $id) { fulfillmentLineItems(first: 100, after: $after) ${FULFILLMENT_LINES} }
  }`,
  FulfillmentEvents: `query FulfillmentEvents($id: ID!, $after: String!) { fulfillment(id: $id) { events(first: 100, after: $after) ${EVENTS} } }`,
  Refund: `query Refund($id: ID!) {
    refund(id: $id) {
      id createdAt note totalRefundedSet ${MONEY}
      duties { amountSet ${MONEY} }
      refundLineItems(first: 50) ${REFUND_LINES}
      refundShippingLines(first: 25) { nodes { subtotalAmountSet ${MONEY} taxAmountSet ${MONEY} shippingLine { id } } }
      orderAdjustments(first: 25) { nodes { amountSet ${MONEY} taxAmountSet ${MONEY} } }
    }
  }`,
  RefundLines: `query RefundLines($id: ID!, $after: String!) { refund(id: $id) { refundLineItems(first: 100, after: $after) ${REFUND_LINES} } }`,
  OrderReturns: `query OrderReturns($id: ID!, $after: String) { order(id: $id) { returns(first: 50, after: $after) { nodes { id status } ${PAGE} } } }`,
  Return: `query Return($id: ID!, $after: String) {
    return(id: $id) {
      id status createdAt
      returnLineItems(first: 50, after: $after) { nodes { quantity ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } } } ${PAGE} }
      exchangeLineItems(first: 25) { nodes { lineItems { id } } }
      reverseFulfillmentOrders(first: 3) {
        nodes { id status reverseDeliveries(first: 5) { nodes { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number } } } } } }
      }
    }
  }`,
  OrderOfReturn: `query OrderOfReturn($id: ID!) { return(id: $id) { id order { id } } }`,
  ReverseOrders: `query ReverseOrders($id: ID!, $after: String) {
    return(id: $id) {
      id
      reverseFulfillmentOrders(first: 3, after: $after) {
        nodes {
          id status
          lineItems(first: 15) { nodes { id totalQuantity dispositions { quantity } fulfillmentLineItem { lineItem { id } } } ${PAGE} }
          reverseDeliveries(first: 5) { nodes { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number } } } } }
        }
        ${PAGE}
      }
    }
  }`,
  ReverseOrderLines: `query ReverseOrderLines($id: ID!, $after: String!) {
    reverseFulfillmentOrder(id: $id) {
      lineItems(first: 50, after: $after) { nodes { id totalQuantity dispositions { quantity } fulfillmentLineItem { lineItem { id } } } ${PAGE} }
    }
  }`,
  OrdersUpdated: `query OrdersUpdated($query: String!, $after: String) {
    orders(first: 50, query: $query, after: $after, sortKey: UPDATED_AT) { nodes { id updatedAt } ${PAGE} }
  }`,
  OrdersPlaced: `query OrdersPlaced($query: String!, $after: String) {
    orders(first: 25, query: $query, after: $after, sortKey: CREATED_AT) {
      nodes { id name createdAt currencyCode currentTotalPriceSet ${MONEY} }
      ${PAGE}
    }
  }`,
} as const;

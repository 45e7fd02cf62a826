/** What this command asks of Shopify beyond the app's own operations. A test validates each, with its variables, against the schema of 2026-10. */
export const FIRST_CONTACT_OPERATIONS = {
  Shop: `query FirstContactShop {
    shop { id name email contactEmail myshopifyDomain shopOwnerName ianaTimezone currencyCode taxesIncluded taxShipping plan { partnerDevelopment publicDisplayName shopifyPlus } shopAddress { address1 address2 city zip provinceCode countryCodeV2 phone } }
    currentAppInstallation { id accessScopes { handle } }
  }`,
  Definitions: `query FirstContactDefinitions {
    metafieldDefinitions(first: 20, ownerType: ORDER, namespace: "$app") { nodes { key type { name } capabilities { cartToOrderCopyable { enabled } } } }
  }`,
  Subscriptions: `query FirstContactSubscriptions { webhookSubscriptions(first: 50) { nodes { id topic uri } } }`,
  CreateOrder: `mutation FirstContactCreateOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
    orderCreate(order: $order, options: $options) { order { id name test taxesIncluded displayFinancialStatus totalPriceSet { shopMoney { amount } } } userErrors { field message } }
  }`,
  Written: `query FirstContactWritten($id: ID!) {
    order(id: $id) {
      id test tags note displayFinancialStatus displayFulfillmentStatus
      delivery: metafield(namespace: "$app", key: "delivery") { type jsonValue }
      invoice: metafield(namespace: "$app", key: "invoice") { type jsonValue }
      fulfillments(first: 5) { id status displayStatus trackingInfo { company number } events(first: 10) { nodes { status happenedAt latitude longitude } } }
      transactions(first: 10) { id kind status amountSet { shopMoney { amount } } }
    }
  }`,
  Ours: `query FirstContactOrders($query: String!, $after: String) {
    orders(first: 50, query: $query, after: $after) { nodes { id name tags cancelledAt fulfillments(first: 10) { id status } } pageInfo { hasNextPage endCursor } }
  }`,
  CancelFulfillment: `mutation FirstContactCancelFulfillment($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id status } userErrors { field message } } }`,
  CancelOrder: `mutation FirstContactCancelOrder($id: ID!) {
    orderCancel(orderId: $id, reason: OTHER, restock: false, notifyCustomer: false, staffNote: "bim-first-contact") { job { id } orderCancelUserErrors { field message } }
  }`,
} as const;
export type FirstContactOperation = keyof typeof FIRST_CONTACT_OPERATIONS;
